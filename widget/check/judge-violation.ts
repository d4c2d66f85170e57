import { bad, type Finding, note } from './finding.ts';

type Violation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'disposition' | 'effectiveDirective'>;

/** One thing the page's policy refused, and what to add. `server`: origin of the survey's server. */
export function judgeViolation({ blockedURI, disposition, effectiveDirective }: Violation, server: string): Finding {
  const directive = effectiveDirective.replace(/-(elem|attr)$/, '');
  const ours = blockedURI.startsWith(server);
  if (disposition === 'report')
    return note(`CSP chỉ báo cáo ${directive} (${blockedURI}), không chặn. Không phải sửa.`);
  if (ours && /^(script|connect)-src$/.test(directive))
    return bad(`CSP chặn ${directive} tới ${server}. Thêm ${server} vào ${directive}.`);
  if (directive === 'style-src')
    return note(
      'CSP chặn thẻ <style> giữ chỗ của trang. Đưa dòng giữ chỗ vào tệp CSS của cổng; phiếu không cần style-src.',
    );
  return note(`CSP chặn ${directive} (${blockedURI}). Việc này không phải của phiếu; phiếu không cần ${directive}.`);
}
