import { RECOGNITION_STATUS_LABELS } from '#contracts/relief-lifecycle.ts';
import { postRecognition, surveyRecognition } from '#contracts/relief-recognitions.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { DateInput, NumberInput, TextArea, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { saysAmount } from './evaluated.tsx';
import { AskedStep, dueOf, MeansLink, NoteStep, offOf, type Props, Withdraw } from './recognition-steps.tsx';
import { Succession } from './succession.tsx';

/** The one thing the application waits for. */
export function RecognitionNext({ row }: Props) {
  switch (row.status) {
    case 'applied':
      return <Survey row={row} />;
    case 'surveyed':
    case 'posted':
      return <Forward row={row} />;
    case 'submitted':
      return <Decide row={row} />;
    case 'approved':
      return <Standing row={row} />;
    case 'closed':
      if (row.succession) return <Succession row={row} succession={row.succession} />;
      return <Over row={row} />;
    default:
      return <Over row={row} />;
  }
}

const Over = ({ row }: Props) => (
  <NextStep title={RECOGNITION_STATUS_LABELS[row.status]} note={row.outcome ?? row.decisionNote}>
    <RecordAgain row={row} />
  </NextStep>
);

function Survey({ row }: Props) {
  const today = useBusinessDate();
  const write = useWrite(surveyRecognition);
  const off = offOf(row, 'survey');
  if (!row.seesMeans || off)
    return (
      <NextStep
        {...dueOf(row)}
        title="核对和入户调查"
        note={off ?? `由居住地${row.appliedName}核对家庭经济状况、入户调查，记好以后在这里看核算。`}
      >
        <Withdraw row={row} />
      </NextStep>
    );
  if (!row.authorised)
    return (
      <NextStep {...dueOf(row)} title="登记核对授权书" note="先请本人签核对授权书，再核对收入、财产，然后入户调查。">
        <MeansLink go row={row} label="去登记授权书" />
        <Withdraw row={row} />
      </NextStep>
    );
  return (
    <NextStep
      {...dueOf(row)}
      title="记入户调查"
      note="先把收入、财产、子女情况记进家庭经济状况并核对；记了调查就按它核算。"
    >
      <Form
        initial={{ on: today, surveyors: '', finding: '' }}
        label="记下调查"
        checks={surveyRecognition.body}
        submit={(body: { on: string; surveyors: string; finding: string }) =>
          write.mutateAsync({ params: { id: row.id }, body })
        }
        acts={
          <>
            <MeansLink row={row} label="记家庭经济状况" />
            <Withdraw row={row} />
          </>
        }
      >
        <DateInput name="on" label="哪天去的" max={today} />
        <TextInput name="surveyors" label="谁去的" hint="写姓名，可以写几个人" />
        <TextArea name="finding" label="看到的情况" rows={2} />
      </Form>
    </NextStep>
  );
}

/** After the survey: 评议公示 of a yes, then sent up; a no is sent up at once. */
function Forward({ row }: Props) {
  const offSubmit = offOf(row, 'submit');
  const isNo = row.evaluation?.outcome.state === 'no';
  if (offSubmit === null && row.actions.some(one => one.action === 'submit'))
    return (
      <NextStep
        {...dueOf(row)}
        title={`报${row.deciderName}决定`}
        note={
          isNo
            ? '核算不符合，不用评议公示，直接报送；由决定的人写不予认定。'
            : row.continues
              ? '接着领，按现在的人口核算；有变化的先更正家庭经济状况，再点“重新核算”。由另一人决定。'
              : '公示期满；有人提出异议的写明怎样核实的。'
        }
      >
        <NoteStep
          main
          row={row}
          action="submit"
          label="报送"
          field={isNo || row.continues ? '街道意见' : '公示有没有异议、街道意见'}
          acts={<Withdraw row={row} />}
        />
      </NextStep>
    );
  if (row.status === 'posted')
    return (
      <NextStep {...dueOf(row)} title="公示中" note={offSubmit}>
        <Withdraw row={row} />
      </NextStep>
    );
  const offPost = offOf(row, 'post');
  if (offPost)
    return (
      <NextStep {...dueOf(row)} title="还不能评议公示" note={`${offPost}。补好以后点下面的“重新核算”。`}>
        <MeansLink go row={row} label="去补家庭经济状况" />
        <Withdraw row={row} />
      </NextStep>
    );
  return <Post row={row} />;
}

function Post({ row }: Props) {
  const today = useBusinessDate();
  const write = useWrite(postRecognition);
  return (
    <NextStep {...dueOf(row)} title="民主评议和公示" note="核算符合；记下评议结果和公示从哪天起、贴在哪里。">
      <Form
        initial={{ appraisedOn: today, agreed: '', against: '', postedOn: today, place: '' }}
        label="记下评议和公示"
        columns={2}
        submit={({ appraisedOn, agreed, against, ...rest }: Record<string, string>) =>
          write.mutateAsync({
            params: { id: row.id },
            body: {
              ...{ postedOn: rest.postedOn ?? '', place: rest.place ?? '' },
              ...(appraisedOn && { appraisedOn }),
              ...(agreed !== '' && { agreed: Number(agreed) }),
              ...(against !== '' && { against: Number(against) }),
            },
          })
        }
        acts={<Withdraw row={row} />}
      >
        <DateInput name="appraisedOn" label="哪天评议的" max={today} optional />
        <NumberInput name="agreed" label="同意" unit="人" optional />
        <NumberInput name="against" label="不同意" unit="人" optional />
        <DateInput name="postedOn" label="公示从哪天起" max={today} />
        <TextInput name="place" label="贴在哪里" hint="如社区公示栏" />
      </Form>
    </NextStep>
  );
}

function Decide({ row }: Props) {
  const [offApprove, offRefuse] = [offOf(row, 'approve'), offOf(row, 'refuse')];
  if (offRefuse)
    return (
      <NextStep {...dueOf(row)} title={`等${row.deciderName}决定`} note={offRefuse}>
        <Withdraw row={row} />
      </NextStep>
    );
  const refuse = { row, action: 'refuse', label: '不予认定' } as const;
  if (offApprove)
    return (
      <NextStep {...dueOf(row)} title="不予认定" note={`${offApprove}。决定书上写明怎样才能符合。`}>
        <NoteStep {...refuse} main field="为什么不予认定" />
      </NextStep>
    );
  return (
    <NextStep
      {...dueOf(row)}
      title="决定"
      note={`核算：${saysAmount(row.evaluation?.outcome.amountFen ?? 0)}。金额按规则，不用填。`}
    >
      <NoteStep
        main
        row={row}
        action="approve"
        label="认定"
        field="决定意见"
        acts={<AskedStep {...refuse} field="为什么不予认定" hint="如公示有异议，核实属实" />}
      />
    </NextStep>
  );
}

const FACT_NOTES = {
  proposed: '档案的更正等居住地街道另一人核对；核对以后标签和困难补贴跟着变。',
  applied: '档案已经改了，标签和困难补贴跟着变。',
  refused: '更正没有通过，档案没有改。看过原因再提一次。',
} as const;

function Standing({ row }: Props) {
  const amount = saysAmount(row.amountFen ?? 0);
  return (
    <NextStep {...dueOf(row)} title={`已认定，${amount}`} note={row.fact && FACT_NOTES[row.fact.state]}>
      <RecordAgain row={row} />
      <AskedStep
        row={row}
        action="end"
        label="终止"
        field="为什么终止"
        hint="如收入超过标准、本人放弃；会出终止通知书"
      />
    </NextStep>
  );
}

const RecordAgain = ({ row }: Props) =>
  [row, ...row.members].some(one => one.fact?.state === 'refused') && row.responsible ? (
    <AskedStep row={row} action="record" label="再提更正" field="为什么还要更正" />
  ) : null;
