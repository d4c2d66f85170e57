import type { Period, PublicResults } from '#wire/results.ts';

/** What a property can hold: words in a language, an address, a dated value, or another thing. */
type Value =
  | { readonly text: string; readonly lang: 'vi' | 'en' }
  | { readonly iri: string }
  | { readonly plain: string; readonly type: 'string' | 'date' | 'dateTime' }
  | Node;

/** One thing of the catalogue; without an address it is part of the one it stands in. */
export interface Node {
  readonly id: string | null;
  readonly type: string;
  readonly props: readonly (readonly [property: string, values: readonly Value[]])[];
}

const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const MEDIA = 'https://www.iana.org/assignments/media-types/';
const TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

const vi = (text: string): Value => ({ text, lang: 'vi' });

/** One published period with the figures that count now. */
export interface Catalogued {
  readonly period: Period;
  readonly results: Pick<PublicResults, 'snapshot' | 'errata'>;
}

export interface Catalogue {
  /** `https://danhgia.example.vn`, without an end. */
  readonly base: string;
  readonly tenant: string;
  readonly tenantName: string;
  readonly watermark: string | null;
  /** Newest first. */
  readonly periods: readonly Catalogued[];
}

function distribution(title: string, url: string, form: keyof typeof TYPES): Node {
  return {
    id: null,
    type: 'dcat:Distribution',
    props: [
      ['dct:title', [vi(title)]],
      ['dcat:downloadURL', [{ iri: url }]],
      ['dcat:mediaType', [{ iri: MEDIA + TYPES[form] }]],
    ],
  };
}

function datasetOf({ base, tenant, tenantName }: Catalogue, { period, results }: Catalogued): Node {
  const id = encodeURIComponent(period.period);
  const at = `${base}/v1/public/periods/${id}`;
  const page = `${base}/cong-khai/${tenant}?ky=${id}`;
  const both = (title: string, path: string) => [
    distribution(title, `${at}/${path}.csv?tenant=${tenant}`, 'csv'),
    distribution(title, `${at}/${path}?tenant=${tenant}`, 'json'),
  ];
  const files = [
    ...both('Kết quả từng đơn vị', 'results'),
    ...(['xlsx', 'docx'] as const).map((form) =>
      distribution('Báo cáo kết quả', `${at}/results.${form}?tenant=${tenant}`, form),
    ),
    ...both('Câu trả lời theo đơn vị, theo thủ tục', 'distributions'),
    ...(results.errata.length > 0 ? both('Các đính chính', 'changes') : []),
  ];
  return {
    id: page,
    type: 'dcat:Dataset',
    props: [
      ['dct:identifier', [{ plain: `${tenant}/${period.period}`, type: 'string' }]],
      ['dct:title', [vi(`Kết quả đánh giá việc giải quyết thủ tục hành chính, ${tenantName}, ${period.label}`)]],
      ['dcat:version', [{ plain: results.snapshot.snapshot, type: 'string' }]],
      ...(period.publishedAt ? [['dct:issued', [{ plain: period.publishedAt, type: 'dateTime' }]] as const] : []),
      ['dct:modified', [{ plain: results.snapshot.createdAt, type: 'dateTime' }]],
      [
        'dct:temporal',
        [
          {
            id: null,
            type: 'dct:PeriodOfTime',
            props: [
              ['dcat:startDate', [{ plain: period.from, type: 'date' }]],
              ['dcat:endDate', [{ plain: period.lastDay, type: 'date' }]],
            ],
          },
        ],
      ],
      ['dcat:landingPage', [{ iri: page }]],
      ['dcat:distribution', files],
    ],
  };
}

/** Catalogue of what a province has published, by the terms of DCAT 3. */
export function catalogueOf(catalogue: Catalogue): Node {
  const { base, tenant, tenantName, watermark, periods } = catalogue;
  const history = `${base}/v1/public/history`;
  const title = 'Các kỳ đã công khai, những đơn vị được nêu ở mọi kỳ';
  const series: Node = {
    id: `${history}?tenant=${tenant}`,
    type: 'dcat:Dataset',
    props: [
      ['dct:identifier', [{ plain: `${tenant}/history`, type: 'string' }]],
      ['dct:title', [vi(`${title}, ${tenantName}`)]],
      [
        'dcat:distribution',
        [
          distribution(title, `${history}.csv?tenant=${tenant}`, 'csv'),
          distribution(title, `${history}?tenant=${tenant}`, 'json'),
        ],
      ],
    ],
  };
  return {
    id: `${base}/cong-khai/${tenant}`,
    type: 'dcat:Catalog',
    props: [
      ['dct:title', [vi(`Kết quả đánh giá việc giải quyết thủ tục hành chính, ${tenantName}`)]],
      ...(watermark ? [['dct:description', [vi(watermark)]] as const] : []),
      ['dct:language', [{ iri: 'http://id.loc.gov/vocabulary/iso639-1/vi' }]],
      ['dct:publisher', [{ id: null, type: 'foaf:Organization', props: [['foaf:name', [vi(tenantName)]]] }]],
      ['dcat:dataset', periods.length === 0 ? [] : [...periods.map((each) => datasetOf(catalogue, each)), series]],
    ],
  };
}

function jsonValue(value: Value): unknown {
  if ('text' in value) return { '@value': value.text, '@language': value.lang };
  if ('iri' in value) return { '@id': value.iri };
  if ('plain' in value)
    return value.type === 'string' ? value.plain : { '@value': value.plain, '@type': `xsd:${value.type}` };
  return jsonNode(value);
}

function jsonNode({ id, type, props }: Node): Record<string, unknown> {
  const told = props.filter(([, values]) => values.length > 0);
  return {
    ...(id === null ? {} : { '@id': id }),
    '@type': type,
    ...Object.fromEntries(
      told.map(([name, values]) => [name, values.length === 1 ? jsonValue(values[0] as Value) : values.map(jsonValue)]),
    ),
  };
}

/** The catalogue as JSON-LD. */
export const toJsonLd = (node: Node): string =>
  `${JSON.stringify({ '@context': PREFIXES, ...jsonNode(node) }, null, 2)}\n`;

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted = (text: string) => `"${text.replace(/["\\\n\r\t]/g, (char) => ESCAPES[char] ?? char)}"`;
/** What may not stand between < and > is written by its number. */
const iriOf = (iri: string) =>
  `<${iri.replace(/[<>"{}|^`\\\s]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)}>`;

function turtleValue(value: Value, indent: string): string {
  if ('text' in value) return `${quoted(value.text)}@${value.lang}`;
  if ('iri' in value) return iriOf(value.iri);
  if ('plain' in value)
    return value.type === 'string' ? quoted(value.plain) : `${quoted(value.plain)}^^xsd:${value.type}`;
  if (value.id !== null) return iriOf(value.id);
  return `[\n${indent}  a ${value.type}${turtleProps(value, `${indent}  `)}\n${indent}]`;
}

function turtleProps({ props }: Node, indent: string): string {
  return props
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => ` ;\n${indent}${name} ${values.map((value) => turtleValue(value, indent)).join(', ')}`)
    .join('');
}

/** Things with an address of their own, this one first. */
function addressed(node: Node): Node[] {
  const inside = node.props.flatMap(([, values]) =>
    values.flatMap((value) => ('props' in value && value.id !== null ? addressed(value) : [])),
  );
  return [node, ...inside];
}

/** The same catalogue as Turtle. */
export function toTurtle(node: Node): string {
  const heads = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  const things = addressed(node).map((each) => `${iriOf(each.id ?? '')}\n  a ${each.type}${turtleProps(each, '  ')} .`);
  return `${[...heads, '', ...things].join('\n')}\n`;
}
