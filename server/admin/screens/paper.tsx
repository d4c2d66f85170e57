import { SURVEYS } from '#rules/surveys/index.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { goTo, linkTo, type Place } from '../place.ts';
import { surveyName } from '../survey-name.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { localDay } from '../when.ts';
import { PaperEntry } from './paper-entry.tsx';

/** Published by today and asked at some stage: sheets of it may lie in a box. */
const printed = (): readonly Survey[] =>
  SURVEYS.filter((survey: Survey) => Object.keys(survey.stages).length > 0 && survey.from <= localDay(new Date()));

const codeOf = ({ id, version }: Pick<Survey, 'id' | 'version'>) => `${id}/${version}`;

/** Paper forms typed in by hand, `#/phieu-giay?mau=danhgia-2026/1`, the province's own survey first; or into a workbook that is imported. */
export function Paper({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { units, survey: own } = useDesk();
  const surveys = printed();
  const of = (code: string | null) => surveys.find((survey) => codeOf(survey) === code);
  const chosen = of(place.query.get('mau')) ?? (own && of(codeOf(own))) ?? (surveys[0] as Survey);
  const { id, version } = chosen;
  const load = useLoad(`paper ${codeOf(chosen)}`, (signal) => api.paperSurvey(id, version, signal));
  return (
    <>
      <h1 tabIndex={-1}>{text('paper.title')}</h1>
      <p>{text('paper.intro')}</p>
      <SelectField
        label={text('paper.survey')}
        help={text('paper.survey.help')}
        value={codeOf(chosen)}
        onValue={(mau) => goTo(['phieu-giay'], { mau })}
        options={surveys.map((survey) => ({ value: codeOf(survey), label: surveyName(survey) }))}
      />
      <details>
        <summary>{text('paper.many')}</summary>
        <p>{text('paper.many.how')}</p>
        <p class="actions">
          <a class="button" href={`/v1/paper-forms.xlsx?survey=${id}&version=${version}`} download>
            {text('paper.workbook')}
          </a>
          <a class="button" href={linkTo(['nhap'])}>
            {text('paper.file')}
          </a>
        </p>
      </details>
      <Loaded of={load}>{(served) => <PaperEntry key={codeOf(chosen)} units={units} survey={served} />}</Loaded>
    </>
  );
}
