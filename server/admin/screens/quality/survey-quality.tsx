import type { SurveyQuality as Served } from '#wire/survey-quality.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { goTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { Answers } from './answers.tsx';
import { Estimates } from './estimates.tsx';
import { Funnel } from './funnel.tsx';
import { Misread } from './misread.tsx';
import { QualityParts } from './quality-parts.tsx';
import { Rates } from './rates.tsx';

function Figures({ quality, unit }: { quality: NonNullable<Served['quality']>; unit: string }) {
  const without = () => goTo(['chat-luong']);
  if (quality.forms.value === 0)
    return (
      <>
        <p>{text('quality.none')}</p>
        {unit && (
          <button type="button" class="button" onClick={without}>
            {text('quality.noFilter')}
          </button>
        )}
      </>
    );
  return (
    <>
      {quality.fewUnits > 0 && <p class="note">{text('quality.few', { n: quality.fewUnits })}</p>}
      <Funnel quality={quality} />
      <Misread lines={quality.misread} />
      <Rates quality={quality} />
      <Estimates quality={quality} />
      <Answers quality={quality} />
      <p class="small muted">{text('quality.interval')}</p>
    </>
  );
}

/** How the forms of the chosen period fared: `#/chat-luong?don-vi=…`. */
export function SurveyQuality({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { period, units } = useDesk();
  const unit = place.query.get('don-vi') ?? '';
  const id = period?.period ?? null;
  const load = useLoad(id && `quality ${id} ${unit}`, (signal) => api.surveyQuality(id ?? '', unit, signal));
  return (
    <>
      <h1 tabIndex={-1}>{text('quality.title')}</h1>
      <QualityParts here="" />
      {period ? (
        <>
          {units.length > 1 && (
            <div class="actions">
              <UnitSelect
                none={text('quality.anyUnit')}
                units={units}
                value={unit}
                onValue={(chosen) =>
                  goTo(['chat-luong'], { ky: period.period, ...(chosen ? { 'don-vi': chosen } : {}) })
                }
              />
            </div>
          )}
          <Loaded of={load}>
            {({ quality }) =>
              quality ? <Figures quality={quality} unit={unit} /> : <p>{text('quality.notClosed')}</p>
            }
          </Loaded>
        </>
      ) : (
        <p>{text('quality.noPeriod')}</p>
      )}
    </>
  );
}
