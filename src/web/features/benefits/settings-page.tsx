import { useState } from 'react';
import {
  decideSettingProposal,
  listSettingProposals,
  SETTING_STATUS_LABELS,
  SETTING_STATUSES,
  type SettingProposal,
  type SettingStatus,
} from '#contracts/benefits/setting-proposals.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

const SPECS: readonly FilterSpec[] = [
  {
    name: 'status',
    label: '进展',
    kind: 'select',
    options: SETTING_STATUSES.map(value => ({ value, label: SETTING_STATUS_LABELS[value] })),
  },
];

const columns = (today: string): readonly Column<SettingProposal>[] => [
  {
    key: 'what',
    title: '哪个值',
    cell: row => (
      <>
        <TextLink to={fill('/desk/benefits/schemes/:key', { key: row.scheme })}>{row.label}</TextLink>
        <span className="row-note">
          {row.schemeName}，{row.areaName}
        </span>
      </>
    ),
  },
  {
    key: 'value',
    title: '改成',
    cell: row => (
      <>
        <b className="mid">{row.words}</b>
        {row.status === 'proposed' && <span className="row-note">现在{row.now ?? '没有定'}</span>}
      </>
    ),
  },
  {
    key: 'from',
    title: '从哪天起，按哪份文件',
    cell: row => (
      <>
        {dateWords(row.from, today)}起<span className="row-note">{row.documentNumber}</span>
      </>
    ),
  },
  {
    key: 'who',
    title: '谁提出、谁核准',
    cell: row => (
      <>
        {row.proposedBy}提出，{instantWords(row.proposedAt, today)}
        {row.decidedBy && row.decidedAt && (
          <span className="row-note">
            {row.decidedBy}，{SETTING_STATUS_LABELS[row.status]}，{instantWords(row.decidedAt, today)}
            {row.note && `：${row.note}`}
          </span>
        )}
      </>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => <Chip tone={row.status === 'proposed' ? 'today' : 'plain'}>{SETTING_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'acts', title: '', cell: row => row.status === 'proposed' && <Acts row={row} /> },
];

/** Confirmed by another person; refused with a reason; withdrawn by who proposed it. */
function Acts({ row }: { row: SettingProposal }) {
  const write = useWrite(decideSettingProposal);
  const [refusing, refuse] = useState(false);
  const params = { id: row.id };
  const off = (action: string) => row.nextActions.find(each => each.action === action)?.disabledBecause ?? null;
  const mine = off('withdraw') === null;
  return (
    <>
      <span className="row-flex">
        <Button
          size="sm"
          look="ok"
          busy={write.isPending}
          because={off('confirm')}
          onClick={() => write.mutate({ params, body: { action: 'confirm' } })}
        >
          核准
        </Button>
        {mine ? (
          <Button
            size="sm"
            busy={write.isPending}
            onClick={() => write.mutate({ params, body: { action: 'withdraw' } })}
          >
            撤回
          </Button>
        ) : (
          <Button size="sm" because={off('refuse')} onClick={() => refuse(true)}>
            不核准
          </Button>
        )}
      </span>
      {write.error && <ErrorState error={write.error} />}
      <Dialog title={`不核准${row.label}`} open={refusing} close={() => refuse(false)}>
        <Form
          initial={{}}
          label="不核准"
          look="ok"
          done={() => refuse(false)}
          submit={({ note }: { note: string }) => write.mutateAsync({ params, body: { action: 'refuse', note } })}
        >
          <TextArea name="note" label="为什么不核准" />
        </Form>
      </Dialog>
    </>
  );
}

/** Values that the city leaves to districts: proposed by one, confirmed by another, from a day on; nothing is deleted. */
export default function SettingsPage() {
  const today = useBusinessDate();
  const { values } = useFilters();
  const status = values.status as SettingStatus | undefined;
  const answer = usePagesOf(listSettingProposals, { query: status ? { status } : {} });
  return (
    <>
      <PageHeader
        title="区定的值"
        trail={[{ title: '核定按什么办', to: '/desk/benefits/parameters' }]}
        facts={['一人提出，另一人核准后才用', '用过的值都留着']}
      >
        <TextLink to="/desk/benefits/schemes">到待遇一览里提出</TextLink>
      </PageHeader>
      <FilterBar name="settings" specs={SPECS} />
      <DataList
        name="settings"
        unit="条"
        columns={columns(today)}
        answer={answer}
        rowKey={row => row.id}
        empty={
          <NothingMatches specs={SPECS} what="区定的值">
            <EmptyState icon="document" title="还没有提出过">
              市里留给区里定的值，在待遇一览里打开那一项，点“设置本区的值”。
            </EmptyState>
          </NothingMatches>
        }
      />
    </>
  );
}
