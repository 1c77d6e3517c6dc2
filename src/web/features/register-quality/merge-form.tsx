import { useContext } from 'react';
import { mergePair, type PairDetail, type PairField } from '#contracts/register-quality/pairs.ts';
import { useWrite } from '../../api.ts';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { FormContext } from '../../ui/form-state.ts';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { communityWords } from './pair-words.ts';

type Values = { survivorId: string; reason: string; taken: string[] };
type Two = { a: NonNullable<PairDetail['a']>; b: NonNullable<PairDetail['b']> };

/** Which record stays, and of each differing field which value; what may not be chosen says why. */
export function MergeForm({ detail }: { detail: PairDetail }) {
  const { a, b, pair } = detail;
  const write = useWrite(mergePair);
  if (!a || !b) return null;
  const initial: Values = { survivorId: moreHangs(detail) ? a.elderId : b.elderId, reason: '', taken: [] };
  const submit = ({ survivorId, reason, taken }: Values) =>
    write.mutateAsync({ params: { id: pair.id }, body: { survivorId, reason, fields: taken } });
  return (
    <section className="file-section pair-table">
      <SectionHead title="逐项对照" note="标出的是不一样的；证件、电话、门牌已遮住，完整的请打开档案写明用途后看" />
      <Form
        initial={initial}
        label={detail.needsChecker ? '是同一人，报请合并' : '是同一人，合并'}
        look="go"
        wide
        submit={submit}
      >
        <RadioGroup
          name="survivorId"
          label="留下哪一份"
          options={[
            { value: a.elderId, label: `甲：${a.name}，${communityWords(a.areaName)}` },
            { value: b.elderId, label: `乙：${b.name}，${communityWords(b.areaName)}` },
          ]}
          hint="另一份的地址以后会转到留下的这份"
        />
        <Compare detail={detail} two={{ a, b }} />
        <TextArea name="reason" label="怎么核实是同一人" rows={2} hint="如：看了身份证原件，乙的号码抄错一位" />
      </Form>
    </section>
  );
}

/** The record with more on it stays unless somebody says otherwise. */
const moreHangs = ({ hanging }: PairDetail): boolean => hanging.reduce((sum, one) => sum + one.a - one.b, 0) >= 0;

function Compare({ detail, two }: { detail: PairDetail; two: Two }) {
  const { pair, fields } = detail;
  const columns = [
    { key: 'label', title: '项目' },
    { key: 'a', title: `甲：${communityWords(pair.a.areaName)}` },
    { key: 'b', title: `乙：${communityWords(pair.b.areaName)}` },
  ];
  // What is to be decided stands on top.
  const rows = [...fields].sort((x, y) => Number(y.differs) - Number(x.differs));
  return (
    <Table caption="两份档案逐项对照" columns={columns}>
      {rows.map(field => (
        <tr key={field.field} className={field.differs ? 'differs' : undefined}>
          <th scope="row">
            {field.label}
            {field.differs && <span className="mark sm">不同</span>}
          </th>
          <td>
            <Value field={field} side="a" two={two} />
          </td>
          <td>
            <Value field={field} side="b" two={two} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Choosing the value of the record that goes means it is taken over. */
function Value({ field, side, two }: { field: PairField; side: 'a' | 'b'; two: Two }) {
  const form = useContext(FormContext);
  const values = form?.values as Values | undefined;
  const text = field[side];
  if (!field.differs || !values) return text;
  if (field.fixedBecause) return side === 'a' ? text : <FixedValue text={text} because={field.fixedBecause} />;
  const stays = values.survivorId === two[side].elderId;
  const isTaken = values.taken.includes(field.field);
  const choose = () => {
    const others = values.taken.filter(one => one !== field.field);
    form?.set('taken', stays ? others : [...others, field.field]);
  };
  return (
    <label className="tick">
      <input
        type="radio"
        name={`value-${field.field}`}
        checked={stays ? !isTaken : isTaken}
        onChange={choose}
        aria-label={`${field.label}用${side === 'a' ? '甲' : '乙'}的：${text}`}
      />
      {text}
    </label>
  );
}

const FixedValue = ({ text, because }: { text: string; because: string }) => (
  <>
    {text}
    <span className="row-note">{because}</span>
  </>
);
