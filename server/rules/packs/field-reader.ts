/** What is wrong at one place of a pack; `path` as in `lists.0.columns.2.parser`. */
export interface PackFault {
  readonly path: string;
  readonly message: string;
}

const MOST_FAULTS = 20;
const UNPRINTABLE = /[\p{Cc}\p{Cf}]/u;

/**
 * Reads the fields of one object of parsed JSON and collects what is wrong. A field that is wrong comes back as an empty value of its
 * kind, so that the reader goes on and tells every fault at once; with any fault the result is to be thrown away.
 */
export class FieldReader {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly path: string;
  private readonly faults: PackFault[];

  constructor(value: unknown, path: string, faults: PackFault[]) {
    this.path = path;
    this.faults = faults;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    this.fields = isObject ? (value as Record<string, unknown>) : {};
    if (!isObject) this.fault('', 'cần một đối tượng JSON');
  }

  fault(name: string, message: string): void {
    const path = [this.path, name].filter(Boolean).join('.') || '(gốc)';
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, message });
  }

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name);
  }

  /** A `null` that was written; what is missing is a fault of whoever reads it next. */
  isNull(name: string): boolean {
    return this.has(name) && this.fields[name] === null;
  }

  /** No other fields than these. */
  only(names: readonly string[]): void {
    for (const name of Object.keys(this.fields))
      if (!names.includes(name)) this.fault(name.slice(0, 40), 'mục không có trong mẫu');
  }

  text(name: string, most: number, least = 1): string {
    const value = this.fields[name];
    if (typeof value === 'string' && value.length <= most && value.trim().length >= least && !UNPRINTABLE.test(value))
      return value;
    this.fault(name, `cần chữ, ${least}–${most} ký tự`);
    return '';
  }

  pattern(name: string, form: RegExp, advice: string): string {
    const value = this.fields[name];
    if (typeof value === 'string' && form.test(value)) return value;
    this.fault(name, advice);
    return '';
  }

  whole(name: string, least: number, most: number): number {
    const value = this.fields[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fault(name, `cần số nguyên từ ${least} đến ${most}`);
    return least;
  }

  oneOf<T extends string>(name: string, values: readonly [T, ...T[]] | readonly T[]): T {
    const value = this.fields[name];
    const found = values.find((each) => each === value);
    if (found === undefined) this.fault(name, `cần một trong: ${values.join(', ')}`);
    return found ?? (values[0] as T);
  }

  object(name: string): FieldReader {
    return new FieldReader(this.fields[name], [this.path, name].filter(Boolean).join('.'), this.faults);
  }

  list<T>(name: string, least: number, most: number, read: (of: FieldReader) => T): T[] {
    return this.items(name, least, most).map((item, i) =>
      read(new FieldReader(item, [this.path, name, i].filter((part) => part !== '').join('.'), this.faults)),
    );
  }

  texts(name: string, least: number, most: number, form: RegExp, advice: string): string[] {
    return this.items(name, least, most).map((item, i) => {
      if (typeof item === 'string' && form.test(item)) return item;
      this.fault(`${name}.${i}`, advice);
      return '';
    });
  }

  private items(name: string, least: number, most: number): readonly unknown[] {
    const value = this.fields[name];
    if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
    this.fault(name, `cần danh sách từ ${least} đến ${most} mục`);
    return [];
  }
}
