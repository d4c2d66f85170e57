import { useState } from 'preact/hooks';
import { addDays, isIsoDate, type Weekday } from '#rules/calendar/date.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { Tenant } from '#wire/tenant.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { hoursText, parseHours } from '../hours-text.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Undo, useStanding } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { TenantChoices } from './tenant-choices.tsx';
import { type DecisionTyped, TenantDecision } from './tenant-decision.tsx';
import { type HoursTyped, TenantHours, WEEK } from './tenant-hours.tsx';

function typedHours({ sessions, counted, extraWorkday }: OfficeHours): HoursTyped {
  const days = Object.fromEntries(WEEK.map((day) => [day, hoursText(sessions[day])])) as Record<Weekday, string>;
  return { days, counted, extra: hoursText(extraWorkday) };
}

function hoursOf({ days, counted, extra }: HoursTyped): OfficeHours {
  const open = WEEK.flatMap((day) => {
    const sessions = parseHours(days[day]) ?? [];
    return sessions.length ? [[day, sessions] as const] : [];
  });
  const extraWorkday = parseHours(extra) ?? [];
  return { sessions: Object.fromEntries(open), counted, ...(extraWorkday.length ? { extraWorkday } : {}) };
}

type Settings = Omit<Tenant, 'tenant'>;

interface TenantFieldsProps {
  settings: Settings;
  wanted: string | null;
  onTry: () => void;
  onSave: (next: Settings) => Promise<void>;
}

function TenantFields({ settings, wanted, onTry, onSave }: TenantFieldsProps) {
  const [name, setName] = useState(settings.name);
  const [decision, setDecision] = useState<DecisionTyped>({
    kept: settings.decision !== null,
    act: settings.decision?.act ?? '',
    ruleset: settings.decision?.ruleset ?? 'tt01-2018',
    from: settings.decision?.from ?? '',
    last: settings.decision?.to ? addDays(settings.decision.to, -1) : '',
  });
  const [hours, setHours] = useState(() => typedHours(settings.hours));
  const [choices, setChoices] = useState(settings.choices);
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    const { kept, act, ruleset, from, last } = decision;
    await onSave({
      name: name.trim(),
      decision: kept ? { act: act.trim(), ruleset, from, to: isIsoDate(last) ? addDays(last, 1) : null } : null,
      hours: hoursOf(hours),
      choices,
    });
  });
  const unreadable = (typed: string) => (parseHours(typed) === null ? text('tenant.hours.unreadable') : undefined);
  const readable = ![...Object.values(hours.days), hours.extra].some(unreadable);
  const complete = name.trim() !== '' && (!decision.kept || (decision.act.trim() !== '' && decision.from !== ''));
  const issueUnder = (path: string) =>
    save.fault?.problem.issues?.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message;

  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        onTry();
        setTried(true);
        if (complete && readable) void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <Field
        label={text('tenant.name')}
        help={text('tenant.name.help')}
        value={name}
        onValue={setName}
        error={tried && name.trim() === '' ? text('field.needed') : issueOf(save.fault, 'name')}
      />
      <TenantDecision
        value={decision}
        onValue={setDecision}
        tried={tried}
        errorOf={(part) => issueOf(save.fault, `decision.${part}`)}
      />
      <TenantHours
        value={hours}
        onValue={setHours}
        errorOf={(part) => {
          if (part === 'counted') return issueUnder('hours.counted');
          const typed = part === 'extra' ? hours.extra : hours.days[part];
          const path = part === 'extra' ? 'hours.extraWorkday' : `hours.sessions.${part}`;
          return (tried ? unreadable(typed) : undefined) ?? issueUnder(path);
        }}
      />
      <h2>{text('unit.choices')}</h2>
      <p class="note">{text('tenant.choices.later')}</p>
      <TenantChoices
        value={choices}
        onValue={setChoices}
        settles={decision.kept ? rulesetById<PointsRuleset>(decision.ruleset).settles : {}}
        wanted={wanted}
      />
      <div class="actions">
        <WorkButton label={text('tenant.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
      {tried && !(complete && readable) && <p class="error">{text('form.look')}</p>}
    </Form>
  );
}

/** Name, decision, hours and choices, saved together; `wanted` is the choice a link leads to, `onPut` after each time they were sent. */
export function TenantForm({
  settings: { tenant: _, ...settings },
  wanted,
  onPut,
}: {
  settings: Tenant;
  wanted: string | null;
  onPut: () => void;
}) {
  const { api, session, onSession } = useAdmin();
  const put = async (next: Settings) => {
    const { tenant: __, ...kept } = await api.changeTenant(next);
    onSession({ ...session, tenantName: kept.name });
    onPut();
    return kept;
  };
  const { stands, key, save, done, onTry } = useStanding<Settings>(settings, put, text('tenant.saved'));
  return (
    <>
      <TenantFields key={key} settings={stands} wanted={wanted} onTry={onTry} onSave={save} />
      <Undo done={done} />
    </>
  );
}
