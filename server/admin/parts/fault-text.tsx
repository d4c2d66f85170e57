import type { ApiFault } from '../api.ts';

/** Why something was refused, as the server said it, with the code in small type. */
export function FaultText({ fault }: { fault: ApiFault }) {
  return (
    <div class="fault" role="alert">
      <p>{fault.problem.message}</p>
      {fault.problem.issues && fault.problem.issues.length > 1 && (
        <ul>
          {fault.problem.issues.map((issue) => (
            <li key={issue.path}>
              {issue.path}: {issue.message}
            </li>
          ))}
        </ul>
      )}
      {fault.status !== 0 && fault.status !== 401 && <p class="small muted">{fault.problem.code}</p>}
    </div>
  );
}
