import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { getDocument, type PolicyDocument, type ReviewValue, recordDocument } from '#contracts/policies/documents.ts';
import { dayWords } from '#shared/dates.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useRole } from '../../session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import './policies.css';
import { type Group, groupItems, stateOf } from './groups.ts';
import { ReviewPanel } from './review-panel.tsx';
import { ReviewText } from './review-text.tsx';
import { ReviewTicks } from './review-ticks.tsx';

export default function ReviewPage() {
  const { id = '' } = useParams();
  const document = useQueryOf(getDocument, { params: { id } });
  return (
    <Loaded whole of={document}>
      {data => <Review document={data} />}
    </Loaded>
  );
}

function Review({ document }: { document: PolicyDocument }) {
  const groups = groupItems(document.items);
  const [search, setSearch] = useSearchParams();
  const firstOpen = groups.findIndex(group => stateOf(group) !== 'done');
  const at = Math.min(Number(search.get('n') ?? Math.max(firstOpen, 0)), groups.length - 1);
  const move = (to: number) =>
    setSearch({ n: String(Math.max(0, Math.min(to, groups.length - 1))) }, { replace: true });
  const current = groups[at];
  const done = groups.filter(group => stateOf(group) === 'done').length;
  const doubtful = groups.filter(group => stateOf(group) === 'doubt').length;
  usePageKeys(at, move);
  const header = headerOf(document);
  const facts = [
    header.issuers.length > 1
      ? `${header.issuers[0]}等${header.issuers.length}个部门`
      : (header.issuers[0] ?? '发文机关没有写明'),
    header.issuedOn ? `${dayWords(header.issuedOn)}印发` : '日期没有写明',
    header.documentNumber ?? (
      <span key="no" className="doubt">
        文号没有识别到，可补填
      </span>
    ),
    document.draft ? '征求意见稿' : null,
  ].filter(Boolean);
  return (
    <div className="review">
      <PageHeader title={header.title} trail={[{ title: '文件', to: '/desk/policies' }]} facts={facts}>
        <Outcome document={document} counts={{ done, doubtful, total: groups.length }} />
      </PageHeader>
      <ReviewTicks groups={groups} at={at} open={move} />
      <div className="review-split">
        <ReviewText text={document.text} groups={groups} at={at} open={move} />
        {current && (
          <ReviewPanel
            key={current.number}
            document={document}
            group={current as Group}
            at={{ at: at + 1, of: groups.length, move: to => move(to - 1) }}
          />
        )}
      </div>
    </div>
  );
}

/** As corrected by the reviewer; the document itself takes the correction when it is entered. */
function headerOf(document: PolicyDocument): Pick<PolicyDocument, 'title' | 'issuers' | 'issuedOn' | 'documentNumber'> {
  const decided = document.items.find(item => item.kind === 'header')?.decided as ReviewValue<'header'> | null;
  return decided?.title ? decided : document;
}

/** J and K move between measures, as in every list of the desk. */
function usePageKeys(at: number, move: (to: number) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, select, textarea, dialog');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') move(at + 1);
      if (event.key === 'k') move(at - 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

type Counts = { done: number; doubtful: number; total: number };

function Outcome({ document, counts }: { document: PolicyDocument; counts: Counts }) {
  const record = useWrite(recordDocument);
  const mayRecord = useRole() !== 'auditor';
  if (document.status === 'recorded') {
    return <LinkButton to={`/desk/tasks?documentId=${document.id}`}>{`看 ${document.tasks} 项任务`}</LinkButton>;
  }
  if (document.status === 'withdrawn') return <Note tone="plain">这份文件已撤回</Note>;
  const left = counts.total - counts.done;
  return (
    <>
      <span className="sm">
        {`已审 ${counts.done} / ${counts.total} 条`}
        {counts.doubtful > 0 && `，${counts.doubtful} 条存疑`}
      </span>
      {mayRecord && (
        <Button
          look={left === 0 ? 'go' : 'plain'}
          busy={record.isPending}
          because={left > 0 ? '全部审完后才能入账' : null}
          onClick={() => record.mutate({ params: { id: document.id } })}
        >
          入账
        </Button>
      )}
      {record.error && <ErrorState error={record.error} kept="审核结果都已保存" />}
    </>
  );
}
