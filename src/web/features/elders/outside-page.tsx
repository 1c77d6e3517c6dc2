import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { LOOK_STATUS_LABELS, listMyLooks, OUTSIDE_HOURS, openOutside } from '#contracts/elders/outside.ts';
import { REVEAL_PURPOSES } from '#contracts/elders/record.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { plain } from './person-fields.tsx';
import './elders.css';

/** 跨区查看: who, what for and why; then one person's file, to read, for three hours. */
export default function OutsidePage() {
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  const open = useWrite(openOutside);
  const made = useRef('');
  const elderId = asked.get('elderId');
  const submit = async (values: { identityNumber: string; phone: string; purpose: never; reason: string }) => {
    const { identityNumber, phone, ...why } = values;
    const who = elderId ? { elderId } : identityNumber ? { identityNumber } : { phone };
    made.current = (await open.mutateAsync({ body: { ...who, ...why } })).lookId;
  };
  return (
    <>
      <PageHeader
        title="跨区查看"
        facts={[
          '辖区外的老人',
          <span key="hours" data-rule>{`只能看，只看这一人，${OUTSIDE_HOURS}小时`}</span>,
          '老人所在街道逐次复核',
        ]}
      />
      <div className="outside">
        <Form
          initial={{ identityNumber: '', phone: '', purpose: '', reason: '' }}
          label="写明理由，打开档案"
          submit={submit as never}
          done={() => void navigate(fill('/desk/outside/:id', { id: made.current }))}
        >
          {elderId ? (
            <p className="sm soft">要看的就是刚才打不开的那位老人。</p>
          ) : (
            <>
              <TextInput name="identityNumber" label="身份证号" optional hint="知道身份证号的只填这一项" />
              <TextInput name="phone" label="手机号" optional inputMode="tel" hint="没有证件时，用老人登记的手机号找" />
            </>
          )}
          <RadioGroup name="purpose" label="用途" options={plain(REVEAL_PURPOSES)} />
          <TextArea
            name="reason"
            label="什么事，为什么要看"
            rows={3}
            hint="如：老人在本街道公园摔倒，要联系家属。本人、家属和所在街道都看得到"
          />
        </Form>
        <MyLooks />
      </div>
    </>
  );
}

function MyLooks() {
  const today = useBusinessDate();
  const answer = useQueryOf(listMyLooks, {});
  return (
    <section>
      <SectionHead title="我近一天看过的" />
      <Loaded of={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="person" title="近一天没有跨区查看过" />
          ) : (
            <ul className="looked">
              {rows.map(row => (
                <li key={row.id}>
                  <b>{row.elderName}</b> {row.homeName}{' '}
                  {row.open ? (
                    <TextLink small to={fill('/desk/outside/:id', { id: row.id })}>
                      继续看，到{instantWords(row.until, today)}
                    </TextLink>
                  ) : (
                    <Chip tone="plain">已到时</Chip>
                  )}
                  <time>
                    {row.purpose}，{instantWords(row.from, today)}，{LOOK_STATUS_LABELS[row.status]}
                    {row.reviewNote && `：${row.reviewNote}`}
                  </time>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
