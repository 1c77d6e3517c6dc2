import { chineseNumber } from './characters.ts';
import type { Line } from './lines.ts';

/** A numbered heading or item; level 1 一、 2 （一） 3 1. 4 （1）; `from`..`to` are the lines it covers (to is exclusive). */
export type Block = {
  level: number;
  number: number;
  label: string;
  title: string;
  /** Offset in the text right after the title and its full stop. */
  bodyStart: number;
  from: number;
  to: number;
  parent: number | null;
  children: number[];
};

const FORMS: readonly { level: number; form: RegExp }[] = [
  { level: 0, form: /^第([一二三四五六七八九十百]+)[章编](?:\s+|(?=\S))/ },
  { level: 1, form: /^([一二三四五六七八九十]{1,3})\s*[、.．]\s*/ },
  { level: 2, form: /^\(([一二三四五六七八九十]{1,3})\)\s*/ },
  { level: 1.5, form: /^第([一二三四五六七八九十百]+)[节条]\s*/ },
  { level: 3, form: /^(\d{1,3})\s*[.、．]\s*(?=\d{4}年|[^\d])/ },
  { level: 4, form: /^\((\d{1,3})\)\s*/ },
];

type Head = { level: number; number: number; label: string; length: number };

function headOf(shadow: string): Head | null {
  for (const { level, form } of FORMS) {
    const match = form.exec(shadow);
    const numeral = match?.[1];
    if (!match || !numeral) continue;
    const number = /\d/.test(numeral) ? Number(numeral) : chineseNumber(numeral);
    if (number !== undefined && number > 0) return { level, number, label: match[0].trim(), length: match[0].length };
  }
  return null;
}

/** The heading of an item: up to its first full stop when that is near, else up to the first clause. */
function titleEnd(shadow: string, from: number): number {
  const stop = shadow.slice(from).search(/[。:;!?([]\s*(?:责任|牵头|主责)|[。;!?]/);
  if (stop < 0) return shadow.length;
  if (stop <= 60) return from + stop;
  const clause = shadow.slice(from).search(/[,:]/);
  return clause > 0 && clause <= 60 ? from + clause : from + 40;
}

function blockOf(line: Line, at: number): Block | null {
  const head = headOf(line.shadow);
  if (!head) return null;
  const from = head.length;
  const end = titleEnd(line.shadow, from);
  const after = end + (/^[。:;]/.test(line.shadow.slice(end)) ? 1 : 0);
  const { level, number, label } = head;
  return {
    level,
    number,
    label,
    title: line.text.slice(from, end).trim(),
    bodyStart: line.start + after,
    from: at,
    to: at + 1,
    parent: null,
    children: [],
  };
}

/** Numbered paragraphs in order, with their nesting and the lines each covers. */
export function readOutline(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const open: number[] = [];
  for (const [at, line] of lines.entries()) {
    const block = blockOf(line, at);
    if (!block) continue;
    const index = blocks.length;
    while (open.length > 0) {
      const top = blocks[open.at(-1) ?? 0];
      if (!top || top.level < block.level) break;
      top.to = at;
      open.pop();
    }
    const parent = open.at(-1) ?? null;
    block.parent = parent;
    if (parent !== null) blocks[parent]?.children.push(index);
    blocks.push(block);
    open.push(index);
  }
  for (const index of open) {
    const block = blocks[index];
    if (block) block.to = lines.length;
  }
  return blocks;
}
