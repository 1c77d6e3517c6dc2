import { useSite } from '../../session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { KitForms } from './kit-forms.tsx';
import { KitLists } from './kit-lists.tsx';
import { KitMarks } from './kit-marks.tsx';

/** Every part of the kit in all its states, on invented values; only the demo shows it. */
export default function KitPage() {
  const site = useSite();
  return (
    <main id="main" style={{ maxWidth: 1200, margin: '0 auto', padding: 32 }} className="stack">
      <PageHeader title="界面零件" facts={['只在演示系统里有', '下面的人和数都是样例']} />
      <Loaded of={site}>
        {({ mode }) =>
          mode === 'demo' ? (
            <>
              <KitMarks />
              <KitLists />
              <KitForms />
            </>
          ) : (
            <EmptyState title="正式系统没有这一页" />
          )
        }
      </Loaded>
    </main>
  );
}
