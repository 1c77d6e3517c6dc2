import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { panelsOf } from './paths.ts';
import type { Slot as SlotName } from './screen.ts';
import { useSessionQuery } from './session.ts';
import { Skeleton } from './ui/states.tsx';

const FILES = import.meta.glob<{ default: ComponentType }>('./features/**/*-panel.tsx');
const loaded = new Map<string, ComponentType>();

function panelOf(name: string): ComponentType | null {
  const file = FILES[`./${name}.tsx`];
  if (!file) return null;
  const known = loaded.get(name) ?? lazy(file);
  loaded.set(name, known);
  return known;
}

/** Draws what features contribute to a portal page; `empty` stands where none does for this role. */
export function Slot({ name, empty = null }: { name: SlotName; empty?: ReactNode }) {
  const session = useSessionQuery();
  if (session.isPending) return <Skeleton rows={1} />;
  const panels = panelsOf(name, session.data?.currentPost.role ?? null);
  if (panels.length === 0) return empty;
  return panels.map(({ panel }) => {
    const Panel = panelOf(panel);
    return (
      Panel && (
        <Suspense key={panel} fallback={<Skeleton />}>
          <Panel />
        </Suspense>
      )
    );
  });
}
