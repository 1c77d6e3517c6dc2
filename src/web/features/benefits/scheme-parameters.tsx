import { useState } from 'react';
import type { SchemeParameter, SchemeValue } from '#contracts/benefits/catalogue.ts';
import type { readScheme } from '#contracts/benefits/scheme-endpoints.ts';
import { proposeSchemeValue } from '#contracts/benefits/setting-proposals.ts';
import { CONFIDENCE_LABELS } from '#contracts/confidence.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { dayWords } from '#shared/dates.ts';
import { useWrite } from '../../api.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { DateInput, NumberInput, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { doubtWords } from './benefit-words.ts';

type Detail = OutputOf<typeof readScheme>;

const COLUMNS = [
  { key: 'label', title: '规定' },
  { key: 'value', title: '这一天的值' },
  { key: 'source', title: '文号和条款' },
  { key: 'confidence', title: '可信度' },
];

/** Every parameter with its value on the day, former and coming values, and who may set it. */
export function SchemeParameters({ detail, maySet }: { detail: Detail; maySet: boolean }) {
  return (
    <section data-rule>
      <SectionHead title="按什么算" note={`按${dayWords(detail.on)}`} />
      <Table caption={`${detail.nameZh}的参数`} columns={COLUMNS}>
        {detail.parameters.map(each => (
          <ParameterRow key={each.key} scheme={detail.key} parameter={each} maySet={maySet} />
        ))}
      </Table>
    </section>
  );
}

type RowProps = { scheme: string; parameter: SchemeParameter; maySet: boolean };

function ParameterRow({ scheme, parameter, maySet }: RowProps) {
  const { current, district } = parameter;
  const doubt = doubtWords(current?.confidence);
  const source = `${parameter.documentNumber} ${parameter.clause}`.trim();
  return (
    <tr>
      <td>
        {parameter.label}
        {district && <span className="row-note">{district === 'set' ? '由区定' : '区里可以提高，不能降低'}</span>}
      </td>
      <td>
        {current ? current.words.map(words => <div key={words}>{words}</div>) : '这一天没有'}
        <ValueHistory history={parameter.history} />
        {maySet && district && <SetValue scheme={scheme} parameter={parameter} />}
      </td>
      <td>
        {parameter.url ? (
          <a className="link sm" href={parameter.url} target="_blank" rel="noreferrer">
            {source}
            <span className="visually-hidden">（在新窗口打开原文）</span>
          </a>
        ) : (
          source
        )}
        {current?.note && <span className="row-note">{current.note}</span>}
      </td>
      <td>
        {doubt ? <Chip tone="doubt">{doubt}</Chip> : current && CONFIDENCE_LABELS[current.confidence]}
        {current?.districtName && <span className="row-note">{current.districtName}的值</span>}
      </td>
    </tr>
  );
}

function ValueHistory({ history }: { history: readonly SchemeValue[] }) {
  if (history.length < 2) return history[0] && <span className="row-note">自{dayWords(history[0].from)}起</span>;
  return (
    <details className="sm">
      <summary>历次和各区的值（{history.length}）</summary>
      <ul>
        {history.map(each => (
          <li key={`${each.from} ${each.districtName} ${each.words.join()}`}>
            {dayWords(each.from)}起{each.to && `至${dayWords(each.to)}`}
            {each.districtName && `，${each.districtName}`}：{each.words.join('；')}
            {each.districtName && each.note && <span className="row-note">{each.note}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Values = { value?: number; from?: string; documentNumber?: string };
const UNITS = { fen: '元', percent: '%', count: '', other: '' } as const;

/** A district's own value: how much, from when, by which document; another person confirms it. */
function SetValue({ scheme, parameter }: { scheme: string; parameter: SchemeParameter }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(proposeSchemeValue);
  const submit = ({ value = Number.NaN, from = '', documentNumber = '' }: Values) =>
    write.mutateAsync({
      params: { key: scheme },
      body: {
        ...{ parameter: parameter.key, from, documentNumber },
        value: parameter.shape === 'fen' ? Math.round(value * 100) : value,
      },
    });
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} aria-label={`设置本区的${parameter.label}`}>
        设置本区的值
      </Button>
      {write.data && (
        <span className="row-note" role="status">
          已提出{write.data.words}，等另一人核准。<TextLink to="/desk/benefits/settings">看区定的值</TextLink>
        </span>
      )}
      <Dialog title={parameter.label} open={open} close={() => setOpen(false)}>
        <Form initial={{}} label="提出，请另一人核准" look="ok" submit={submit} done={() => setOpen(false)}>
          <NumberInput name="value" label="本区的值" unit={UNITS[parameter.shape]} />
          <DateInput name="from" label="从哪天起" />
          <TextInput name="documentNumber" label="按哪份文件" />
        </Form>
      </Dialog>
    </>
  );
}
