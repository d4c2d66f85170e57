import fc from 'fast-check';

/** As much of JSON Schema as the document is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}
type Value = fc.Arbitrary<unknown>;

/** Names of what is on record, by the key they stand under: a body of made-up names alone gets no further than the first look-up. */
export type Known = Readonly<Record<string, readonly string[]>>;

const two = (n: number) => String(n).padStart(2, '0');
const day = fc
  .record({
    y: fc.constantFrom(2026, 2026, 2027, 2024, 1900, 9999),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${two(m)}-${two(d)}`);

const FORMATS: Readonly<Record<string, Value>> = {
  date: day,
  'date-time': day.map((each) => `${each}T08:00:00.000Z`),
  uri: fc.webUrl(),
  email: fc.emailAddress(),
};

function textOf({ pattern, format, minLength = 0, maxLength }: Schema): Value {
  if (format && FORMATS[format]) return FORMATS[format];
  const longest = Math.min(maxLength ?? 40, minLength + 60);
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, longest), unit: 'grapheme' });
  if (!pattern) return plain;
  try {
    // Few patterns look ahead, which cannot be drawn from.
    const drawn = fc.stringMatching(new RegExp(pattern, 'u'));
    fc.sample(drawn, 1);
    return drawn;
  } catch {
    return fc.oneof(day, plain);
  }
}

function numberOf(schema: Schema, whole: boolean): Value {
  const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1000 : schema.exclusiveMinimum + 1);
  const max =
    schema.maximum ?? (schema.exclusiveMaximum === undefined ? Math.max(min, 100_000) : schema.exclusiveMaximum - 1);
  if (whole) return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });
  return fc.double({ min, max, noNaN: true });
}

/** Values the schema accepts, most of them. */
export function valuesOf(schema: Schema, known: Known, root: Schema = schema, depth = 0): Value {
  const inner = (each: Schema) => valuesOf(each, known, root, depth + 1);
  if (depth > 8) return fc.constant(null);
  if (schema.$ref) return inner(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.length) return fc.oneof(...choices.map(inner));
  if (schema.allOf?.length)
    return fc.tuple(...schema.allOf.map(inner)).map((all) => Object.assign({}, ...all) as unknown);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return numberOf(schema, true);
    case 'number':
      return numberOf(schema, false);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(inner));
      const minLength = schema.minItems ?? 0;
      return fc.array(inner(schema.items ?? {}), {
        minLength,
        maxLength: Math.min(schema.maxItems ?? 3, minLength + 3),
      });
    }
    case 'object':
      return objectOf(schema, known, inner);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(schema: Schema, known: Known, inner: (schema: Schema) => Value): Value {
  const fields = Object.entries(schema.properties ?? {}).map(([key, own]) => {
    const names = known[key];
    return [
      key,
      names ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, inner(own)) : inner(own),
    ] as const;
  });
  const named = fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
  const more = schema.additionalProperties;
  if (fields.length > 0 || typeof more !== 'object') return named;
  return fc.dictionary(inner(schema.propertyNames ?? { type: 'string' }) as fc.Arbitrary<string>, inner(more), {
    maxKeys: 4,
  });
}
