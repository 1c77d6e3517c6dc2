import { useState } from 'react';
import { useParams } from 'react-router';
import { CORRECTION_SOURCE_LABELS, CORRECTION_STATUS_LABELS } from '#contracts/elders/correction-lifecycle.ts';
import {
  addCorrectionFile,
  type Correction,
  decideCorrection,
  readCorrection,
  readCorrectionFile,
  withdrawCorrection,
} from '#contracts/elders/corrections.ts';
import { download, useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate } from '../../session.ts';
import { Button, TextButton, TextLink } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { NextStep, PageHeader } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { CorrectionFields } from './correction-fields.tsx';
import './elders.css';
import { FileButton, PAPERS } from '../../ui/file-button.tsx';

/** One correction: before, after, evidence; another person writes it or says why not. */
export default function CorrectionPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readCorrection, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {row => <OneCorrection key={row.version} row={row} />}
    </Loaded>
  );
}

function OneCorrection({ row }: { row: Correction }) {
  const today = useBusinessDate();
  return (
    <>
      <PageHeader
        title={`${row.elderName}的更正`}
        trail={[{ title: '更正核对', to: '/desk/corrections' }]}
        facts={[row.fieldLabels.join('、'), CORRECTION_STATUS_LABELS[row.status]]}
        record
      >
        <TextLink to={fill('/desk/elders/:id', { id: row.elderId })}>看{row.elderName}的档案</TextLink>
      </PageHeader>
      {row.status === 'proposed' ? <Decide row={row} /> : <Decided row={row} today={today} />}
      <CorrectionFields row={row} />
      <FactList
        items={[
          ['为什么', row.reason],
          ['依据', row.evidence],
          ['依据的日期', dateWords(row.asOf, today)],
          [
            '来源',
            [CORRECTION_SOURCE_LABELS[row.source], row.sourceNumber && `编号${row.sourceNumber}`]
              .filter(Boolean)
              .join('，'),
          ],
          ['谁提出', `${row.proposedBy}，${instantWords(row.proposedAt, today)}`],
          ['附件', <Files key="files" row={row} />],
        ]}
      />
    </>
  );
}

/** Papers that came with it; until somebody has decided, more may be added. */
const Files = ({ row }: { row: Correction }) => (
  <span className="row-flex">
    {row.files.length === 0 && '没有附件'}
    {row.files.map(file => (
      <TextButton
        key={file.id}
        onClick={() => void download(readCorrectionFile, { params: { id: row.id, fileId: file.id } }, file.name)}
      >
        {file.name}
      </TextButton>
    ))}
    {row.status === 'proposed' && <AddFile id={row.id} />}
  </span>
);

function AddFile({ id }: { id: string }) {
  const upload = useWrite(addCorrectionFile);
  return (
    <>
      <FileButton
        size="sm"
        label="加附件"
        busy={upload.isPending && '正在传……'}
        accept={PAPERS}
        take={([file]) => upload.mutate({ params: { id }, file } as never)}
      />
      {upload.error && <ErrorState error={upload.error} />}
    </>
  );
}

function Decide({ row }: { row: Correction }) {
  const [refusing, setRefusing] = useState(false);
  const write = useWrite(decideCorrection);
  const withdraw = useWrite(withdrawCorrection);
  const params = { id: row.id };
  const action = (name: string) => row.actions.find(one => one.action === name);
  const approve = action('approve');
  const doubtful = row.fields.filter(field => field.other);
  return (
    <NextStep
      {...(row.due && { due: row.due })}
      title="对着依据核对"
      note={
        doubtful.length > 0
          ? '提出以后别人改过同一项，请先选留哪一个。'
          : '改前、改后和依据都在下面；核对无误就更正，拿不准就写明理由退回。'
      }
    >
      {approve && !approve.disabledBecause && (
        <Form
          initial={{ choices: {} }}
          label="核对无误，更正"
          submit={({ choices }: { choices: Record<string, 'take' | 'keep'> }) =>
            write.mutateAsync({ params, body: { approve: true, version: row.version, choices } })
          }
          acts={<Button onClick={() => setRefusing(true)}>不更正</Button>}
        >
          {doubtful.map(field => (
            <RadioGroup
              key={field.field}
              name={`choices.${field.field}`}
              label={`${field.label}，${field.other?.by}后来改过`}
              options={[
                { value: 'keep', label: `留现在的：${field.now}` },
                { value: 'take', label: `用这次更正的：${field.after}` },
              ]}
            />
          ))}
        </Form>
      )}
      {approve?.disabledBecause && <Button because={approve.disabledBecause}>核对无误，更正</Button>}
      {action('withdraw') && (
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          收回更正
        </Button>
      )}
      {withdraw.error && <ErrorState error={withdraw.error} />}
      <Dialog title="不更正" open={refusing} close={() => setRefusing(false)}>
        <Form
          initial={{ note: '' }}
          label="不更正"
          look="ok"
          submit={({ note }: { note: string }) =>
            write.mutateAsync({ params, body: { approve: false, version: row.version, note } })
          }
          done={() => setRefusing(false)}
        >
          <TextArea name="note" label="为什么不更正" rows={3} hint={`${row.proposedBy}会看到，如：请补户口簿照片`} />
        </Form>
      </Dialog>
    </NextStep>
  );
}

function Decided({ row, today }: { row: Correction; today: string }) {
  const by = row.decidedAt ? `${row.decidedBy}，${instantWords(row.decidedAt, today)}` : '';
  const kept = row.keptLabels.length > 0 ? `${row.keptLabels.join('、')}保留了别人后来改的` : '';
  return (
    <NextStep
      title={CORRECTION_STATUS_LABELS[row.status]}
      note={[by, row.decisionNote, kept].filter(Boolean).join('；')}
    />
  );
}
