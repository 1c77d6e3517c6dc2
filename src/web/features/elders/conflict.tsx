import { listChanges } from '#contracts/elders/corrections.ts';
import { labelOfField } from '#contracts/elders/fields.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { Form } from '../../ui/form.tsx';
import type { FormValues } from '../../ui/form-state.ts';
import { SectionHead } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

/** What was sent and refused because others had changed the same fields since version `since`. */
export type Conflicted = { elderId: string; since: number; body: { changes: FormValues } };
type Rows = OutputOf<typeof listChanges>['rows'];

/** Both values beside each other, who and when; nothing is written before somebody has chosen. */
export function Conflict(props: { of: Conflicted; send: (body: object, seen: number) => Promise<void> }) {
  const { elderId, since, body } = props.of;
  const changes = useQueryOf(listChanges, { params: { id: elderId }, query: { since } });
  return (
    <section className="next-step conflict" aria-label="同一项两个人都改了">
      <SectionHead title="同一项两个人都改了，请选留哪一个" note="您填的还在，没有存" />
      <Loaded of={changes}>
        {data => (
          <Choices
            key={data.version}
            rows={data.rows.filter(row => row.field in body.changes)}
            mine={body.changes}
            send={kept => {
              const changed = Object.fromEntries(
                Object.entries(body.changes).filter(([field]) => !kept.includes(field)),
              );
              return props.send({ ...body, changes: changed }, data.version);
            }}
          />
        )}
      </Loaded>
    </section>
  );
}

function Choices({ rows, mine, send }: { rows: Rows; mine: FormValues; send: (kept: string[]) => Promise<void> }) {
  const today = useBusinessDate();
  return (
    <Form
      initial={{ choices: {} }}
      label="按所选的保存"
      submit={async ({ choices }: { choices: Record<string, string> }) => {
        const open = rows.filter(row => !choices[row.field]);
        if (open.length > 0) throw unchosen(open.map(row => row.field));
        await send(rows.map(row => row.field).filter(field => choices[field] === 'theirs'));
      }}
    >
      {rows.map(row => (
        <RadioGroup
          key={row.field}
          name={`choices.${row.field}`}
          label={`${row.label}，${row.by}${instantWords(row.at, today)}改过`}
          options={[
            { value: 'theirs', label: `留${row.by}改的：${row.now}` },
            { value: 'mine', label: `用我填的：${sayMine(mine[row.field], row.sealed)}` },
          ]}
        />
      ))}
    </Form>
  );
}

/** Shaped as the server's own refusals, so that the sentence stands beside the field. */
const unchosen = (fields: readonly string[]) =>
  Object.assign(new Error('还没有选'), {
    body: {
      message: '还没有选留哪一个',
      doNext: '请每一项都选',
      fields: Object.fromEntries(fields.map(field => [`choices.${field}`, `请选${labelOfField(field)}留哪一个`])),
    },
  });

function sayMine(value: unknown, sealed: boolean): string {
  if (value === null || value === undefined || value === '') return '空';
  if (sealed) return '您刚填的';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!Array.isArray(value)) return String(value);
  return value.map(one => (typeof one === 'object' ? Object.values(one as object).join('') : one)).join('、') || '没有';
}
