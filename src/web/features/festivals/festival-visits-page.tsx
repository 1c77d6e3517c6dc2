import { useSession } from '../../session.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { VisitsList } from './visits-list.tsx';

/** For who goes to the door: everybody of the checked lists in this area. */
export default function FestivalVisitsPage() {
  const { areaName } = useSession().currentPost;
  return (
    <>
      <PageHeader title="要慰问的老人" facts={[areaName, '一个节日一人一次', '哪天、谁收的要记下']} />
      <VisitsList />
    </>
  );
}
