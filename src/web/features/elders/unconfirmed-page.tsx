import { useState } from 'react';
import { listAreas } from '#contracts/areas.ts';
import {
  CONFIRM_WAY_LABELS,
  CONFIRM_WAYS,
  type ConfirmWay,
  confirmElders,
  listUnconfirmed,
  readLedger,
  type UnconfirmedRow,
} from '#contracts/elders/ledger.ts';
import { TAG_CODES, TAG_LABELS, type TagCode } from '#contracts/elders.ts';
import type { Role } from '#contracts/roles.ts';
import { usePagesOf, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FilterBar, type FilterSpec, NothingMatches, useFilters } from '../../ui/filter-bar.tsx';
import { Form } from '../../ui/form.tsx';
import { Facts } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Note } from '../../ui/states.tsx';
import { countWords, dateWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import { LimitNote } from './upkeep-words.tsx';
import './elders.css';

const CONFIRMERS: readonly Role[] = ['community', 'street'];
const SHOWN_TAGS = 2;

/** Records that nobody has looked at within the limit, longest first; one or all ticked ones are confirmed at once. */
export default function UnconfirmedPage() {
  const { values } = useFilters();
  const { areaCode, areaName, role } = useSession().currentPost;
  const today = useBusinessDate();
  const area = values.area ?? areaCode;
  const tag = TAG_CODES.find(code => code === values.tag) as TagCode | undefined;
  const query = { ...(values.area && { area }), ...(tag && { tag }) };
  const answer = usePagesOf(listUnconfirmed, { query });
  const ledger = useQueryOf(readLedger, { query: { area } });
  const below = useQueryOf(listAreas, { query: { parent: areaCode } });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [confirming, setConfirming] = useState<readonly string[]>([]);
  const rows = answer.rows ?? [];
  const chosen = ticked.filter(id => rows.some(row => row.elderId === id));
  const mayConfirm = CONFIRMERS.includes(role);
  const flip = (id: string) => setTicked(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]);
  const specs = specsOf((below.data?.rows ?? []).map(one => ({ value: one.code, label: placeName(one.name) })));
  const tickable = rows.filter(row => row.status !== 'registered').slice(0, MOST);
  return (
    <>
      <PageHeader
        title="台账待核实"
        trail={[{ title: '人员台账', to: '/desk/ledger' }]}
        facts={[placeName(ledger.data?.areaName ?? areaName), '超期没有核实的，最久的在前']}
      />
      {ledger.data && <LimitNote limits={ledger.data.limits} />}
      <FilterBar name="unconfirmed" specs={specs} />
      {mayConfirm && tickable.length > 0 && (
        <div className="row-flex no-print">
          <Button size="sm" onClick={() => setTicked(chosen.length > 0 ? [] : tickable.map(row => row.elderId))}>
            {chosen.length > 0 ? '都不勾' : '列出的都勾上'}
          </Button>
          <Button
            look="go"
            size="sm"
            because={chosen.length === 0 ? '先勾选核实过的老人' : undefined}
            onClick={() => setConfirming(chosen)}
          >
            {chosen.length > 0 ? `勾选的${chosen.length}人已核实` : '勾选的已核实'}
          </Button>
        </div>
      )}
      <DataList
        name="unconfirmed"
        unit="人"
        columns={columnsOf({ today, chosen, flip: mayConfirm ? flip : null, confirm: id => setConfirming([id]) })}
        answer={answer}
        rowKey={row => row.elderId}
        empty={
          <NothingMatches specs={specs} what="待核实的档案">
            <EmptyState icon="check" title="没有超期未核实的档案">
              在册的人都在期限里核实过；超过期限的会自动列到这里。
            </EmptyState>
          </NothingMatches>
        }
      />
      <Dialog
        title={
          confirming.length === 1
            ? `${rows.find(row => row.elderId === confirming[0])?.name ?? ''}已核实`
            : `${confirming.length}人已核实`
        }
        open={confirming.length > 0}
        close={() => setConfirming([])}
      >
        <Confirm
          elderIds={confirming}
          done={() => {
            setConfirming([]);
            setTicked([]);
          }}
        />
      </Dialog>
    </>
  );
}

/** One request confirms at most so many. */
const MOST = 100;

const specsOf = (places: readonly { value: string; label: string }[]): readonly FilterSpec[] => [
  ...(places.length > 0 ? [{ name: 'area', label: '地方', kind: 'select' as const, options: places }] : []),
  {
    name: 'tag',
    label: '标签',
    kind: 'select',
    options: TAG_CODES.map(value => ({ value, label: TAG_LABELS[value] })),
  },
];

type ColumnsOf = {
  today: string;
  chosen: readonly string[];
  flip: ((id: string) => void) | null;
  confirm: (id: string) => void;
};

const columnsOf = ({ today, chosen, flip, confirm }: ColumnsOf): readonly Column<UnconfirmedRow>[] => [
  {
    key: 'person',
    title: '老人',
    width: '28%',
    cell: row => (
      <span className="tick-row">
        {flip && row.status !== 'registered' && (
          <input
            type="checkbox"
            aria-label={`勾选${row.name}`}
            checked={chosen.includes(row.elderId)}
            onChange={() => flip(row.elderId)}
          />
        )}
        <span>
          <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>{row.name}</TextLink>
          <span className="row-note">
            {row.sex}，{row.age}岁
          </span>
        </span>
      </span>
    ),
  },
  {
    key: 'place',
    title: '住址',
    cell: row => (
      <>
        {placeName(row.areaName)}
        <span className="row-note">
          <Facts items={[row.road, row.compound]} />
        </span>
      </>
    ),
  },
  {
    key: 'tags',
    title: '标签',
    optional: true,
    cell: row =>
      row.tags
        .slice(0, SHOWN_TAGS)
        .map(one => one.label)
        .join('、') || <span className="mute">没有</span>,
  },
  {
    key: 'last',
    title: '上次核实',
    cell: row => (
      <>
        {dateWords(row.confirmedOn, today)}
        <span className="row-note">{row.confirmedBy ?? '登记以后没有核实过'}</span>
      </>
    ),
  },
  { key: 'days', title: '已过', number: true, cell: row => `${countWords(row.days)}天`, width: 90 },
  {
    key: 'act',
    title: '办理',
    width: 120,
    cell: row =>
      row.status === 'registered' ? (
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>去入户核实</TextLink>
      ) : (
        flip && (
          <Button size="sm" aria-label={`${row.name}已核实`} onClick={() => confirm(row.elderId)}>
            已核实
          </Button>
        )
      ),
  },
];

type Values = { way: ConfirmWay; note?: string };

function Confirm({ elderIds, done }: { elderIds: readonly string[]; done: () => void }) {
  const write = useWrite(confirmElders);
  const [refused, setRefused] = useState<readonly { elderId: string; name: string; because: string }[]>([]);
  if (refused.length > 0)
    return (
      <Note title="有的没有记上" acts={<Button onClick={done}>知道了</Button>}>
        {refused.map(one => `${one.name}：${one.because}`).join('；')}
      </Note>
    );
  return (
    <Form
      initial={{ way: 'home' }}
      label="记下已核实"
      look="ok"
      submit={async ({ way, note }: Values) => {
        const told = await write.mutateAsync({ body: { elderIds: [...elderIds], way, ...(note && { note }) } });
        if (told.refused.length > 0) setRefused(told.refused);
        else done();
      }}
    >
      <RadioGroup
        name="way"
        label="怎样核实的"
        options={CONFIRM_WAYS.map(value => ({ value, label: CONFIRM_WAY_LABELS[value] }))}
      />
      <TextArea name="note" label="看到的情况" rows={2} optional hint="有变化的，请先打开档案改好再核实" />
    </Form>
  );
}
