import { useEffect } from 'preact/hooks';
import { texts } from '../language.ts';
import { Problem } from '../panel/problem.tsx';
import { useDoing } from '../panel/use-doing.ts';
import { usePanelState } from '../panel/use-panel-state.ts';
import { ConfigurationSection } from './configuration-section.tsx';
import { DiagnosisSection } from './diagnosis-section.tsx';
import { FeaturesSection } from './features-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LookSection } from './look-section.tsx';
import { PacksSection } from './packs-section.tsx';
import { RemindersSection } from './reminders-section.tsx';
import { ServerSection } from './server-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StoredSection } from './stored-section.tsx';

const say = texts(
  { opening: 'Đang mở…', title: 'Thiết lập Đánh giá DVC' },
  { opening: 'Opening…', title: 'Đánh giá DVC options' },
);

/** Set-up (E10), one column: what is settled on this browser; each part can be taken back here. */
export function Options() {
  const { state } = usePanelState();
  const doing = useDoing();
  const title = state ? say('title') : '';
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  if (!state) return <p class="loading">{say('opening')}</p>;
  const section = { state, doing };
  return (
    <main class="options">
      <h1>{title}</h1>
      <Problem text={doing.problem} />
      <ServerSection {...section} />
      <SitesSection {...section} />
      <PacksSection {...section} />
      <FeaturesSection {...section} />
      <RemindersSection {...section} />
      <KeysSection {...section} />
      <StoredSection {...section} />
      <ConfigurationSection {...section} />
      <DiagnosisSection />
      <LookSection {...section} />
    </main>
  );
}
