import { useState } from 'react';
import { useParams } from 'react-router';
import { FESTIVAL_VISIT_STATUS_LABELS } from '#contracts/festival-lifecycle.ts';
import { readFestivalVisit } from '#contracts/festivals.ts';
import { useQueryOf } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { giftWords } from './festival-words.ts';
import { DoneForm, LeaveForm } from './visit-acts.tsx';

/** At the door: who, what is brought, who received it. */
export default function FieldFestivalPage() {
  const { id = '' } = useParams();
  const [leaving, leave] = useState(false);
  const answer = useQueryOf(readFestivalVisit, { params: { id } });
  return (
    <div className="field-pad">
      <Loaded whole of={answer}>
        {visit => (
          <div className="stack">
            <h1>{visit.elderName}</h1>
            <FactList
              items={[
                ['哪个节日', visit.occasionName],
                ['住址', [visit.areaName, visit.place].filter(Boolean).join(' ')],
                ['为什么', visit.because],
                ['送什么', giftWords(visit)],
              ]}
            />
            {visit.status === 'listed' ? (
              <>
                <DoneForm visit={visit} large />
                <Button onClick={() => leave(true)}>没有慰问成</Button>
                <Dialog title="没有慰问成" open={leaving} close={() => leave(false)}>
                  <LeaveForm visit={visit} done={() => leave(false)} />
                </Dialog>
              </>
            ) : (
              <Note
                tone={visit.status === 'done' ? 'ok' : undefined}
                title={FESTIVAL_VISIT_STATUS_LABELS[visit.status]}
              >
                {visit.status === 'done'
                  ? `${visit.receiver ?? ''}收${visit.photos > 0 ? `，${visit.photos}张照片` : ''}`
                  : visit.note}
              </Note>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
}
