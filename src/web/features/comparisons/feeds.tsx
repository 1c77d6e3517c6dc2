import { type ComparisonFeed, listFeeds, receiveFeed } from '#contracts/comparison-feeds.ts';
import { COMPARISON_KIND_LABELS } from '#contracts/comparison-kinds.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { RunProgress } from '../../run-progress.tsx';
import { useBusinessDate } from '../../session.ts';
import { Button, LinkButton, TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded, Note } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'kind', title: '数据' },
  { key: 'mode', title: '方式' },
  { key: 'last', title: '最近一次' },
  { key: 'act', title: '' },
];

/** 交换登记: each department's feed, how and when it last came; a failed one stands out. */
export function Feeds() {
  const answer = useQueryOf(listFeeds, {});
  return (
    <section>
      <SectionHead title="交换登记" />
      <Loaded of={answer}>
        {({ connected, rows }) => (
          <>
            {!connected && (
              <Note
                title="没有接通市大数据平台"
                acts={<LinkButton to="/desk/comparisons">去上传部门的名单</LinkButton>}
              >
                接通以前，请各部门给名单，上传后一样逐行比对。
              </Note>
            )}
            <Table folds caption="各部门数据的交换情况" columns={COLUMNS}>
              {rows.map(row => (
                <FeedRow key={row.kind} row={row} connected={connected} />
              ))}
            </Table>
          </>
        )}
      </Loaded>
    </section>
  );
}

function FeedRow({ row, connected }: { row: ComparisonFeed; connected: boolean }) {
  const today = useBusinessDate();
  const write = useWrite(receiveFeed);
  return (
    <tr>
      <td>
        {COMPARISON_KIND_LABELS[row.kind]}
        <span className="row-note">{row.department}</span>
      </td>
      <td data-title="方式">
        <Chip tone="plain">{row.mode === 'online' ? '在线' : '离线'}</Chip>
      </td>
      <td data-title="最近一次">
        {row.lastAt
          ? `第${row.lastSequence}批，${countWords(row.lastRows ?? 0)}行，${instantWords(row.lastAt, today)}`
          : '还没有收到过'}
        {row.failedAt && (
          <span className="row-note" role="alert">
            <Chip tone="over">收取失败</Chip> {row.lastError}（{instantWords(row.failedAt, today)}）
          </span>
        )}
        {write.data && <RunProgress whileOpen runId={write.data.runId} unit="批" kept="收到的批次保留，下次接着收" />}
        {write.error && <ErrorState error={write.error} />}
      </td>
      <td>
        <span className="row-flex">
          {row.batchId && <TextLink to={fill('/desk/comparisons/:id', { id: row.batchId })}>看这批</TextLink>}
          {connected && (
            <Button size="sm" busy={write.isPending} onClick={() => write.mutate({ params: { kind: row.kind } })}>
              收取
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}
