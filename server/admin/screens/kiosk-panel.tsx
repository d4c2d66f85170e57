import { useState } from 'preact/hooks';
import type { KioskLine } from '#wire/kiosk.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { EnrolmentCode } from './enrolment-code.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { KioskChangeForm } from './kiosk-change-form.tsx';

interface KioskPanelProps {
  readonly kiosk: KioskLine;
  readonly onChanged: () => void;
}

type Asked = 'delivered' | 'now' | 'revoke';

/** What an admin does with one kiosk. */
export function KioskPanel({ kiosk, onChanged }: KioskPanelProps) {
  const { api, session } = useAdmin();
  const [code, setCode] = useState<{ code: string; expires: string } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const issue = useAction(async () => setCode(await api.kioskCode(kiosk.kiosk)));
  const { counter } = kiosk;
  const here = kiosk.enrolledAt !== null && kiosk.revokedAt === null;
  const paper = `/in/${session.tenant}/${kiosk.unit}`;
  const run = async () => {
    if (asked === 'revoke') await api.revokeKiosk(kiosk.kiosk);
    else if (asked) await api.wipeKiosk(kiosk.kiosk, asked);
    onChanged();
  };
  return (
    <section aria-label={counter}>
      <h2>{counter}</h2>
      <div class="actions">
        <WorkButton
          label={text('kiosks.code')}
          busyLabel={text('devices.issuing')}
          busy={issue.busy}
          onPress={issue.run}
        />
        {here && (
          <>
            <button type="button" class="button" onClick={() => setAsked('delivered')}>
              {text('kiosks.wipe')}
            </button>
            <button type="button" class="button danger" onClick={() => setAsked('now')}>
              {text('kiosks.wipeNow')}
            </button>
            <button type="button" class="button danger" onClick={() => setAsked('revoke')}>
              {text('revoke.do')}
            </button>
          </>
        )}
      </div>
      {issue.fault && <FaultText fault={issue.fault} />}
      {code && (
        <EnrolmentCode
          key={code.code}
          {...code}
          name={text('kiosks.code.name')}
          use={text('kiosks.code.use', { address: `${location.origin}/kiosk/` })}
        />
      )}
      <p class="actions">
        <a class="button" href={`${paper}/ma-qr?quay=${encodeURIComponent(counter)}`}>
          {text('kiosks.poster')}
        </a>
        <a class="button" href={`${paper}/phieu`}>
          {text('kiosks.paper')}
        </a>
      </p>
      {here && <HandOverForm key={kiosk.kiosk} kiosk={kiosk} />}
      <KioskChangeForm key={kiosk.kiosk} kiosk={kiosk} onChanged={onChanged} />
      {asked && (
        <Confirm
          title={text(`kiosks.${asked}.ask`, { counter })}
          effect={text(`kiosks.${asked}.effect`, { n: kiosk.queue ?? 0 })}
          verb={text(`kiosks.${asked}.do`)}
          busy={text('revoke.busy')}
          run={run}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
