import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { AppraisalHistory } from './appraisal-history.tsx';

interface AppraisalGroundsProps {
  period: string;
  unit: string;
  indicator: number;
}

/** What stands behind a figure that was appraised: who gave it, when and why. */
export function AppraisalGrounds({ period, unit, indicator }: AppraisalGroundsProps) {
  const { api } = useAdmin();
  const known = useLoad(`appraisals ${period} ${unit}`, (signal) => api.appraisals(period, unit, '', signal));
  return (
    <Loaded of={known}>
      {({ rows }) => {
        const history = rows.find((row) => row.indicator === indicator)?.history ?? [];
        return history.length > 0 ? <AppraisalHistory history={history} /> : <p>{text('findings.none')}</p>;
      }}
    </Loaded>
  );
}
