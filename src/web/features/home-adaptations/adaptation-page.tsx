import { useParams } from 'react-router';
import { ADAPTATION_STATUS_LABELS, type AdaptationAction } from '#contracts/home-adaptation-lifecycle.ts';
import { type Adaptation, readAdaptation } from '#contracts/home-adaptations.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { TextLink } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList, Stepper } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { AboutHome, History, Photos, Plan } from './adaptation-parts.tsx';
import { isSide, SideStep } from './side-step.tsx';
import { StepForm } from './step-form.tsx';
import { dueOf, stepViews, toneOf } from './words.ts';
import './adaptations.css';

/** One adaptation at the desk: eight dots, whose turn it is, plan and money, photos, history. */
export default function AdaptationPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readAdaptation, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: Adaptation }) {
  const today = useBusinessDate();
  const role = useRole();
  const official = role === 'community' || role === 'street' || role === 'district' || role === 'city';
  return (
    <div className="stack">
      <PageHeader
        record
        title={`${data.elderName}家的适老化改造`}
        trail={[{ title: '适老化改造', to: '/desk/adaptations' }]}
        facts={[
          data.number,
          `${data.elderAge}岁`,
          data.place,
          <Chip key="status" tone={toneOf(data.status)}>
            {ADAPTATION_STATUS_LABELS[data.status]}
          </Chip>,
        ]}
      >
        {official && <TextLink to={fill('/desk/elders/:id', { id: data.elderId })}>看{data.elderName}的档案</TextLink>}
      </PageHeader>
      <Stepper label="改造进度" steps={stepViews(data, today)} />
      <div className="adaptation-cols">
        <div className="stack">
          <Next key={data.status} data={data} />
          {data.contact && (
            <FactList
              items={[
                ['门牌', data.contact.door],
                ['电话', data.contact.phone],
              ]}
            />
          )}
          <Plan data={data} />
          <AboutHome data={data} />
          <Photos id={data.id} />
        </div>
        <History data={data} />
      </div>
    </div>
  );
}

function Next({ data }: { data: Adaptation }) {
  const today = useBusinessDate();
  const due = dueOf(data);
  const main = data.actions.find(action => !isSide(action.action));
  const sides = data.actions.filter(action => action.allowed && isSide(action.action));
  const byPhone = main?.action === 'assess' || main?.action === 'plan' || main?.action === 'accept';
  const notes = [
    data.dueOn && `${dateWords(data.dueOn, today)}前办完；期限是系统默认值`,
    main && !main.allowed && main.disabledBecause,
    data.endNote,
  ];
  return (
    <NextStep
      title={data.nextLabel ?? ADAPTATION_STATUS_LABELS[data.status]}
      note={notes.filter(Boolean).join('。')}
      {...(due && { due })}
    >
      {main?.allowed && !byPhone && (
        <StepForm data={data} action={main.action as AdaptationAction} label={main.label} />
      )}
      {sides.map(action => (
        <SideStep key={action.action} data={data} action={action.action as AdaptationAction} label={action.label} />
      ))}
    </NextStep>
  );
}
