import type { Ranking } from '#wire/ranking.ts';
import { goTo, linkTo } from '../../place.ts';
import { text } from '../../text.ts';

type Filter = Readonly<Record<'level' | 'sector' | 'search', string>>;

const NAMES = { level: 'cap', sector: 'linh-vuc', search: 'tim' } as const;

/** The address of the ranking narrowed so; what is empty is left out. */
function narrowTo(period: string, filter: Filter): void {
  const parts = (['level', 'sector', 'search'] as const).flatMap((key) =>
    filter[key] === '' ? [] : [[NAMES[key], filter[key]] as const],
  );
  goTo(['ket-qua', period], Object.fromEntries(parts));
}

interface RankingFiltersProps extends Pick<Ranking, 'levels' | 'sectors'> {
  period: string;
  filter: Filter;
}

/** Level, sector and search, all in the address. */
export function RankingFilters({ period, filter, levels, sectors }: RankingFiltersProps) {
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <form
      class="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const search = new FormData(event.currentTarget).get('search');
        narrowTo(period, { ...filter, search: String(search ?? '').trim() });
      }}
    >
      <label>
        {text('results.level')}
        <select
          value={filter.level}
          onChange={(event) => narrowTo(period, { ...filter, level: event.currentTarget.value })}
        >
          <option value="">{text('results.level.all')}</option>
          {levels.map(({ level, units }) => (
            <option key={level} value={level}>
              {text(`level.${level}`)} ({units})
            </option>
          ))}
        </select>
      </label>
      {sectors.length > 0 && (
        <label>
          {text('results.sector')}
          <select
            value={filter.sector}
            onChange={(event) => narrowTo(period, { ...filter, sector: event.currentTarget.value })}
          >
            <option value="">{text('results.sector.all')}</option>
            {sectors.map((sector) => (
              <option key={sector} value={sector}>
                {sector}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {text('results.search')}
        <input type="search" name="search" defaultValue={filter.search} maxLength={80} />
      </label>
      <button type="submit" class="button">
        {text('results.search.do')}
      </button>
      {narrowed && <a href={linkTo(['ket-qua', period])}>{text('results.clear')}</a>}
    </form>
  );
}
