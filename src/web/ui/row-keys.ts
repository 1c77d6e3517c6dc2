import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!step) return;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  event.preventDefault();
}

let lists = 0;

/** J and K move the focus through all `[data-row]` links of the page, also across lists; Enter is the link's own. */
export function useRowKeys(): void {
  useEffect(() => {
    if (lists === 0) document.addEventListener('keydown', onKey);
    lists += 1;
    return () => {
      lists -= 1;
      if (lists === 0) document.removeEventListener('keydown', onKey);
    };
  }, []);
}
