import { useState } from 'react';
import { CORRECTION_SOURCE_LABELS, FEED_SOURCES, GUARDED_FIELDS } from '#contracts/elders/correction-lifecycle.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import { allowSource, endTrust, listTrusts, type SourceTrust } from '#contracts/elders/trusts.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { CheckGroup } from '../../ui/choices.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import './elders.css';

const COLUMNS = [
  { key: 'source', title: '来源' },
  { key: 'fields', title: '哪几项' },
  { key: 'basis', title: '依据' },
  { key: 'from', title: '从哪天起' },
  { key: 'by', title: '谁定的' },
  { key: 'act', title: '' },
];

/** Which departments' records are written without a check of each: a rule with who allowed it, and its end. */
export default function TrustsPage() {
  const answer = useQueryOf(listTrusts, {});
  const { areaName } = useSession().currentPost;
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title="可信来源"
        trail={[{ title: '更正核对', to: '/desk/corrections' }]}
        facts={[placeName(areaName), '没有列在这里的，逐件核对']}
      >
        <Button look="go" onClick={() => setAdding(true)}>
          定一个可信来源
        </Button>
      </PageHeader>
      <p className="sm soft">定规则的人自己送来的记录仍要另一人核对。停用后已经更正的不变。</p>
      <Loaded of={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="document" title="还没有可信来源">
              部门送来的记录和档案不一致的，都由街道逐件核对。
            </EmptyState>
          ) : (
            <Table caption="可信来源" columns={COLUMNS}>
              {rows.map(row => (
                <OneTrust key={row.id} row={row} />
              ))}
            </Table>
          )
        }
      </Loaded>
      <Dialog title="定一个可信来源" open={adding} close={() => setAdding(false)}>
        <AllowForm close={() => setAdding(false)} />
      </Dialog>
    </>
  );
}

function OneTrust({ row }: { row: SourceTrust }) {
  const today = useBusinessDate();
  const end = useWrite(endTrust);
  return (
    <tr>
      <td>{CORRECTION_SOURCE_LABELS[row.source]}</td>
      <td>{row.fieldLabels.join('、')}</td>
      <td>{row.basis}</td>
      <td>{dateWords(row.fromOn, today)}</td>
      <td>{row.allowedBy}</td>
      <td>
        {row.toOn ? (
          <Chip tone="plain">{`${dateWords(row.toOn, today)}停用，${row.endedBy}`}</Chip>
        ) : (
          <Button size="sm" busy={end.isPending} onClick={() => end.mutate({ params: { id: row.id } })}>
            停用
          </Button>
        )}
        {end.error && <ErrorState error={end.error} />}
      </td>
    </tr>
  );
}

function AllowForm({ close }: { close: () => void }) {
  const today = useBusinessDate();
  const write = useWrite(allowSource);
  return (
    <Form
      initial={{ source: '', fields: [], basis: '', fromOn: today }}
      checks={allowSource.body}
      label="定下来"
      look="ok"
      submit={(body: never) => write.mutateAsync({ body })}
      done={close}
    >
      <Select
        name="source"
        label="哪个部门的数据"
        options={FEED_SOURCES.map(value => ({ value, label: CORRECTION_SOURCE_LABELS[value] }))}
      />
      <CheckGroup
        name="fields"
        label="哪几项可以按规则更正"
        options={GUARDED_FIELDS.map(value => ({ value, label: labelOfField(value) }))}
      />
      <TextInput name="basis" label="依据" hint="文件名和文号，或会议纪要" />
      <DateInput name="fromOn" label="从哪天起" />
    </Form>
  );
}
