import { type ReactNode, useEffect, useRef } from 'react';

type MenuProps = {
  summary: ReactNode;
  summaryClass: string;
  place?: 'right' | 'up' | undefined;
  className?: string;
  children: ReactNode;
};

/** A native disclosure that closes on Escape, on a press outside, and after a choice. */
export function Menu({ summary, summaryClass, place, className, children }: MenuProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => ref.current?.removeAttribute('open');
    const onPress = (event: Event) => {
      const target = event.target as HTMLElement;
      const chosen =
        ref.current?.contains(target) && target.closest('.menu-list a, .menu-list button:not([type="submit"])');
      if (chosen || !ref.current?.contains(target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !ref.current?.open) return;
      close();
      ref.current.querySelector('summary')?.focus();
    };
    document.addEventListener('click', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('click', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details ref={ref} className={['menu', place, className].filter(Boolean).join(' ')}>
      <summary className={summaryClass}>{summary}</summary>
      <div className="menu-list">{children}</div>
    </details>
  );
}
