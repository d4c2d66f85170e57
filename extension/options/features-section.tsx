import { panelFeatures } from '../features/panel-features.ts';
import { texts } from '../language.ts';
import { Section, type SectionProps } from './section.tsx';
import { SwitchRow } from './switch-row.tsx';

const say = texts({ title: 'Tính năng' }, { title: 'Features' });

/** One switch for each thing the extension does. */
export function FeaturesSection({ state, doing: { run } }: SectionProps) {
  const { preferences, managed } = state;
  return (
    <Section id="tinh-nang" title={say('title')}>
      {panelFeatures().map(({ id, name }) => (
        <SwitchRow
          key={id}
          label={name()}
          on={preferences.features[id] !== false}
          managed={managed.features?.[id] !== undefined}
          onSwitch={(on) => void run({ type: 'panel.configure', configuration: { features: { [id]: on } } })}
        />
      ))}
    </Section>
  );
}
