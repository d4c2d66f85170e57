import type { Figure, FigureShow } from '#rules/print-figure.ts';
import type { Recipe, ReportBody, Run } from '#wire/report.ts';

/** A figure and the way it is shown in a sentence or a cell. */
export interface Shown {
  readonly figure: Figure;
  readonly show: FigureShow;
}

type Said = string | Figure | Shown | readonly Run[];

/** `17/18`, `01/18`: the way offices write counts in a report. */
export const office = (figure: Figure): Shown => ({ figure, show: 'office' });
export const over = (figure: Figure): Shown => ({ figure, show: 'over' });
export const part = (figure: Figure): Shown => ({ figure, show: 'part' });
export const interval = (figure: Figure): Shown => ({ figure, show: 'interval' });
export const sizeOf = (figure: Figure): Shown => ({ figure, show: 'n' });

/** Writes sentences of words and figures, and keeps every figure once. */
export interface Ink {
  /** say`Kết quả: ${office(n)} đơn vị` */
  say(words: TemplateStringsArray, ...said: readonly Said[]): Run[];
  /** One cell of a table; `null` = an empty one. */
  cell(said: Said | null): Run[];
  /** A figure that stands in no sentence: what another is computed of. */
  keep(figure: Figure): Figure;
  /** How `figure` is made of others. */
  made(figure: Figure, recipe: Recipe): void;
  readonly figures: () => Pick<ReportBody, 'figures' | 'recipes'>;
}

const isShown = (said: Figure | Shown): said is Shown => 'figure' in said;

export function newInk(): Ink {
  const figures = new Map<string, Figure>();
  const recipes: Record<string, Recipe> = {};

  function keep(figure: Figure): Figure {
    const known = figures.get(figure.id);
    if (known && (known.value !== figure.value || known.of !== figure.of))
      throw new Error(`Two values of one figure: ${figure.id}`);
    if (!known) figures.set(figure.id, figure);
    return figure;
  }
  function runsOf(said: Said): readonly Run[] {
    if (typeof said === 'string') return said === '' ? [] : [{ text: said }];
    if (Array.isArray(said)) return said;
    const { figure, show } = isShown(said as Figure | Shown)
      ? (said as Shown)
      : { figure: said as Figure, show: 'value' as const };
    keep(figure);
    return [{ figure: figure.id, show }];
  }
  return {
    say: (words, ...said) =>
      words.flatMap((word, i) => [...runsOf(word), ...(i < said.length ? runsOf(said[i] ?? '') : [])]),
    cell: (said) => (said === null ? [] : [...runsOf(said)]),
    keep,
    made(figure, recipe) {
      recipes[figure.id] = recipe;
    },
    figures: () => ({ figures: [...figures.values()], recipes }),
  };
}

/** Sentences one after another, as one paragraph. */
export const joined = (sentences: readonly (readonly Run[])[], between = ' '): Run[] =>
  sentences.flatMap((sentence, i) => [...(i > 0 ? [{ text: between }] : []), ...sentence]);
