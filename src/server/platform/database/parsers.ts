import pg from 'pg';

const { builtins } = pg.types;

/** Set once for every connection: civil dates stay text, instants become ISO text, int8 and numeric checked numbers. */
export function setParsers(): void {
  pg.types.setTypeParser(builtins.DATE, text => text);
  pg.types.setTypeParser(builtins.TIMESTAMPTZ, text => new Date(text).toISOString());
  pg.types.setTypeParser(builtins.INT8, text => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} 超出安全整数`);
    return value;
  });
  pg.types.setTypeParser(builtins.NUMERIC, Number);
}
