import type { ParsedUnit } from '#contracts/policies/parsed-document.ts';
import type { Range } from './clauses.ts';
import type { Line } from './lines.ts';
import { readUnits } from './units.ts';

export type Cell = Range & { shadow: string };
/** A data row: cells by what their column means. */
export type Row = Range & {
  number: number;
  task: Cell | null;
  title: Cell | null;
  progress: Cell | null;
  units: ParsedUnit[];
  deadline: string | null;
};
export type Table = { kind: 'progress' | 'measures'; rows: Row[]; lines: Set<number> };

type Column = 'number' | 'title' | 'task' | 'progress' | 'lead' | 'cooperating' | 'units' | 'deadline' | 'other';

const COLUMNS: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|号|No\.?)$/i],
  ['other', /领导|责任人|联系人/],
  ['lead', /牵头|主责|主办/],
  ['cooperating', /配合|协办|参与/],
  ['units', /责任|负责|承办|落实单位|实施单位|单位|部门/],
  ['deadline', /时限|期限|完成时间|时间要求|时间节点|时间/],
  ['progress', /进展|完成情况|落实情况|推进情况|工作情况|进度|成效/],
  ['title', /^(?:重点任务|重点工作|工作|任务名称|项目名称|项目|任务|工作任务|事项|事项名称|类别|领域|指标)$/],
  ['task', /任务|内容|指标|措施|目标|要求|举措|事项/],
];

const columnOf = (name: string): Column => COLUMNS.find(([, words]) => words.test(name))?.[0] ?? 'other';

/** Cells of a | or tab row with offsets in the text; a bar at either end makes no empty cell. */
function cellsOf(line: Line): Cell[] {
  const separator = line.shadow.includes('|') ? '|' : '\t';
  const cells: Cell[] = [];
  let from = 0;
  for (const part of line.shadow.split(separator)) {
    const lead = part.length - part.trimStart().length;
    const start = line.start + from + lead;
    cells.push({ start, end: start + part.trim().length, shadow: part.trim() });
    from += part.length + 1;
  }
  if (cells[0]?.shadow === '' && line.shadow.startsWith(separator)) cells.shift();
  if (cells.at(-1)?.shadow === '' && separator === '|') cells.pop();
  return cells;
}

function headerOf(line: Line): Column[] | null {
  if (!/[|\t]/.test(line.shadow)) return null;
  const names = cellsOf(line).map(cell => cell.shadow.replace(/\s/g, ''));
  if (names.length < 2 || names.some(name => name.length > 16)) return null;
  // 单位 beside 指标 or years is a unit of measure, not an office.
  const figures = names.some(name => /^(?:主要)?指标|^\d{4}年$/.test(name));
  if (figures && !names.some(name => /责任|牵头|负责|部门/.test(name))) return null;
  const columns = names.map(columnOf);
  const content = columns.some(column => column === 'task' || column === 'title');
  const rest = columns.some(column => !['task', 'title', 'number', 'other'].includes(column));
  return content && rest ? columns : null;
}

function unitsOf(cells: readonly Cell[], columns: readonly Column[]): ParsedUnit[] {
  const units: ParsedUnit[] = [];
  for (const [at, column] of columns.entries()) {
    const cell = cells[at];
    if (!cell || !['lead', 'cooperating', 'units'].includes(column)) continue;
    const role = column === 'lead' ? 'lead' : column === 'cooperating' ? 'cooperating' : null;
    for (const unit of readUnits(cell.shadow, cell.start, role))
      if (!units.some(other => other.name === unit.name)) units.push(unit);
  }
  return units;
}

function rowOf(line: Line, columns: readonly Column[], next: number): Row | null {
  const cells = cellsOf(line);
  if (cells.length < 2 || cells.every(cell => /^[-:\s]*$/.test(cell.shadow))) return null;
  const pick = (column: Column): Cell | null => {
    const at = columns.indexOf(column);
    const cell = at < 0 ? undefined : cells[at];
    return cell && cell.shadow !== '' ? cell : null;
  };
  const numbered = /^\d{1,3}/.exec(pick('number')?.shadow ?? '')?.[0];
  const title = pick('title');
  const task = pick('task') ?? title;
  if (!task) return null;
  return {
    start: line.start,
    end: line.end,
    number: numbered ? Number(numbered) : next,
    task,
    title,
    progress: pick('progress'),
    units: unitsOf(cells, columns),
    deadline: pick('deadline')?.shadow ?? null,
  };
}

/** Pipe and tab tables whose header names a task column; a blank or plain line ends the table. */
export function readTables(lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  let columns: Column[] | null = null;
  let table: Table | null = null;
  for (const [at, line] of lines.entries()) {
    const header = headerOf(line);
    if (header) {
      columns = header;
      if (!table) {
        table = { kind: header.includes('progress') ? 'progress' : 'measures', rows: [], lines: new Set() };
        tables.push(table);
      }
      table.lines.add(at);
      continue;
    }
    if (!columns || !table) continue;
    if (!/[|\t]/.test(line.shadow)) {
      columns = null;
      table = null;
      continue;
    }
    table.lines.add(at);
    const row = rowOf(line, columns, (table.rows.at(-1)?.number ?? 0) + 1);
    if (row) table.rows.push(row);
  }
  return tables.filter(found => found.rows.length > 0);
}

const ITEM = /(?<=^|[。;；!?)”\s])\s*(\d{1,2})[.、．](?=[^\d\s]|\s?[\u4e00-\u9fff]|\d{4}年)/g;

/** The numbered parts of a cell, without their numbers; a cell without numbers is one item. Numbers must run 1, 2, 3. */
export function itemsOf(cell: Cell): Range[] {
  const starts: { at: number; body: number }[] = [];
  for (const match of cell.shadow.matchAll(ITEM)) {
    if (Number(match[1]) === starts.length + 1) starts.push({ at: match.index, body: match.index + match[0].length });
  }
  if (starts.length === 0 || (starts[0]?.at ?? 0) > 0) return [{ start: cell.start, end: cell.end }];
  return starts.map((item, index) => {
    const end = starts[index + 1]?.at ?? cell.shadow.length;
    const raw = cell.shadow.slice(item.body, end);
    const lead = raw.length - raw.trimStart().length;
    return { start: cell.start + item.body + lead, end: cell.start + item.body + raw.trimEnd().length };
  });
}
