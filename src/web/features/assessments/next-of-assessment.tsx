import { useState } from 'react';
import type { Assessment } from '#contracts/assessments/assessment.ts';
import {
  cancelAssessment,
  objectToAssessment,
  publishAssessment,
  reviewAssessment,
} from '#contracts/assessments/endpoints.ts';
import { useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import type { Due } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep } from '../../ui/page-header.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { ScheduleForm } from './schedule-form.tsx';

const TITLES: Readonly<Partial<Record<Assessment['status'], string>>> = {
  applied: '安排两名评估员和上门时间',
  scheduled: '评估员上门评估',
  'on-site': '两名评估员签字',
  scored: '审核评分',
  reviewed: '公布评估结果',
  published: '结果有效，到期前重新评估',
  objected: '等复评结果',
};

type Asked = 'return' | 'object' | 'cancel' | 'schedule' | null;

function dueOf(data: Assessment, today: string): Due | undefined {
  if (!data.dueOn) return undefined;
  const words = `${dateWords(data.dueOn, today)}前`;
  if (data.dueOn < today) return { kind: 'over', words: `已超期，应于${words}办结` };
  return { kind: data.dueOn === today ? 'today' : 'left', words };
}

/** The one next step with its buttons; what this post may not do stands there with the reason. */
export function NextOfAssessment({ data }: { data: Assessment }) {
  const today = useBusinessDate();
  const [asked, ask] = useState<Asked>(null);
  const review = useWrite(reviewAssessment);
  const publish = useWrite(publishAssessment);
  const params = { id: data.id };
  const title = TITLES[data.status];
  if (!title) return null;
  const error = review.error ?? publish.error;
  const because = (action: string) => data.nextActions.find(each => each.action === action)?.disabledBecause;
  const has = (action: string) => data.nextActions.some(each => each.action === action);
  const close = () => ask(null);
  const due = dueOf(data, today);
  return (
    <NextStep title={title} {...(due && { due })}>
      {has('schedule') && (
        <Button look="go" because={because('schedule')} onClick={() => ask('schedule')}>
          安排评估员
        </Button>
      )}
      {has('review') && (
        <Button
          look="go"
          because={because('review')}
          busy={review.isPending}
          onClick={() => review.mutate({ params, body: { decision: 'pass' } })}
        >
          审核通过
        </Button>
      )}
      {has('return') && because('return') === null && <Button onClick={() => ask('return')}>退回重评</Button>}
      {has('publish') && (
        <Button
          look="go"
          because={because('publish')}
          busy={publish.isPending}
          onClick={() => publish.mutate({ params })}
        >
          公布结果
        </Button>
      )}
      {has('object') && because('object') === null && <Button onClick={() => ask('object')}>代老人提出异议</Button>}
      {has('cancel') && because('cancel') === null && <Button onClick={() => ask('cancel')}>撤回申请</Button>}
      {error && <ErrorState error={error} />}
      <Dialog wide title="安排两名评估员" open={asked === 'schedule'} close={close}>
        <ScheduleForm id={data.id} done={close} />
      </Dialog>
      <ReasonDialogs data={data} asked={asked} close={close} />
    </NextStep>
  );
}

function ReasonDialogs({ data, asked, close }: { data: Assessment; asked: Asked; close: () => void }) {
  const review = useWrite(reviewAssessment);
  const object = useWrite(objectToAssessment);
  const cancel = useWrite(cancelAssessment);
  const params = { id: data.id };
  return (
    <>
      <Dialog title="退回重评" open={asked === 'return'} close={close}>
        <Form
          initial={{}}
          label="退回两名评估员"
          done={close}
          submit={({ note }: { note?: string }) =>
            review.mutateAsync({ params, body: { decision: 'return', ...(note && { note }) } })
          }
        >
          <TextArea name="note" label="哪一项要重评，为什么" />
        </Form>
      </Dialog>
      <Dialog title="代老人提出异议" open={asked === 'object'} close={close}>
        <p className="soft sm">会另派两名评估员复评；公布新结果以前，现在的结果仍然有效。</p>
        <Form
          initial={{}}
          checks={objectToAssessment.body}
          label="提出异议"
          done={close}
          submit={({ reason }: { reason: string }) => object.mutateAsync({ params, body: { reason } })}
        >
          <TextArea name="reason" label="异议理由" />
        </Form>
      </Dialog>
      <Dialog title="撤回评估申请" open={asked === 'cancel'} close={close}>
        <Form
          initial={{}}
          checks={cancelAssessment.body}
          label="撤回"
          look="ok"
          done={close}
          submit={({ note }: { note: string }) => cancel.mutateAsync({ params, body: { note } })}
        >
          <TextArea name="note" label="为什么撤回" />
        </Form>
      </Dialog>
    </>
  );
}
