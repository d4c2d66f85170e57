import type { ApiFault } from '../api.ts';
import { text } from '../text.ts';

interface FaultTextProps {
  fault: ApiFault;
  /** The form says each fault beside its field, so the fields' names in the request are left out here. */
  beside?: boolean;
}

/** Why something was refused, as the server said it (in Vietnamese), with the code in small type. */
export function FaultText({ fault, beside = false }: FaultTextProps) {
  const { message, issues = [], code } = fault.problem;
  const ofFields = beside && code === 'body.invalid';
  return (
    <div class="fault" role="alert">
      <p lang={ofFields || fault.status === 0 ? undefined : 'vi'}>{ofFields ? text('form.wrong') : message}</p>
      {(ofFields || issues.length > 1) && (
        <ul lang="vi">
          {issues.map((issue) => (
            <li key={issue.path}>{ofFields ? issue.message : `${issue.path}: ${issue.message}`}</li>
          ))}
        </ul>
      )}
      {fault.status !== 0 && fault.status !== 401 && <p class="small muted">{code}</p>}
    </div>
  );
}
