/**
 * SQL as values: a template literal holds text and parameters, fragments nest, and each engine's placeholders are
 * written last. Nothing that a caller sends ever becomes text.
 */
export type Engine = 'sqlite' | 'postgres';
export type Parameter = string | number | boolean | null;

export class Sql {
  constructor(
    readonly pieces: readonly string[],
    readonly parameters: readonly Parameter[],
  ) {}

  /** Text with the engine's placeholders: `?`, or `$1`, `$2` … */
  on(engine: Engine): { text: string; parameters: Parameter[] } {
    const parameters = this.parameters.map((value) =>
      typeof value === 'boolean' && engine === 'sqlite' ? Number(value) : value,
    );
    const text = this.pieces.reduce((all, piece, index) => `${all}${engine === 'sqlite' ? '?' : `$${index}`}${piece}`);
    return { text, parameters };
  }
}

export function sql(pieces: TemplateStringsArray, ...values: (Parameter | Sql)[]): Sql {
  const text: string[] = [pieces[0] ?? ''];
  const parameters: Parameter[] = [];
  const append = (more: string): void => {
    text.push((text.pop() ?? '') + more);
  };
  values.forEach((value, index) => {
    if (value instanceof Sql) {
      append(value.pieces[0] ?? '');
      text.push(...value.pieces.slice(1));
      parameters.push(...value.parameters);
    } else {
      text.push('');
      parameters.push(value);
    }
    append(pieces[index + 1] ?? '');
  });
  return new Sql(text, parameters);
}

/** Text of the program's own, such as a column's name. */
export const raw = (text: string): Sql => new Sql([text], []);

export function join(fragments: readonly Sql[], separator: string): Sql {
  const pieces = [''];
  const parameters: Parameter[] = [];
  fragments.forEach((fragment, index) => {
    const [first = '', ...more] = fragment.pieces;
    pieces.push(`${pieces.pop() ?? ''}${index === 0 ? '' : separator}${first}`, ...more);
    parameters.push(...fragment.parameters);
  });
  return new Sql(pieces, parameters);
}

export const list = (values: readonly Parameter[]): Sql =>
  join(
    values.map((value) => sql`${value}`),
    ', ',
  );
/** All hold; true where there are none. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? yes : sql`(${join(conditions, ' AND ')})`;
/** One holds; false where there are none. */
export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? no : sql`(${join(conditions, ' OR ')})`;
export const yes = raw('(1 = 1)');
export const no = raw('(1 = 0)');
