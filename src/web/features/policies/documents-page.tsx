import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import {
  DOCUMENT_LABELS,
  type DocumentRow,
  listDocuments,
  pasteDocument,
  uploadDocument,
} from '#contracts/policies/documents.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Chip } from '../../ui/marks.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import './policies.css';
import { FileButton } from '../../ui/file-button.tsx';

type Row = z.infer<typeof DocumentRow>;

const columns = (today: string): readonly Column<Row>[] => [
  { key: 'title', title: '文件', cell: row => <b className="mid">{row.title}</b> },
  { key: 'number', title: '文号', cell: row => row.documentNumber ?? '没有文号', optional: true },
  { key: 'status', title: '状态', cell: row => <StatusCell row={row} /> },
  { key: 'by', title: '导入', cell: row => `${row.madeBy}，${instantWords(row.madeAt, today)}`, optional: true },
];

function StatusCell({ row }: { row: Row }) {
  if (row.status !== 'in-review') return <Chip>{DOCUMENT_LABELS[row.status]}</Chip>;
  const doubt = row.doubtful > 0 ? `，${row.doubtful} 处存疑` : '';
  return <Chip tone="today">{`还有 ${row.undecided} 处没审${doubt}`}</Chip>;
}

export default function DocumentsPage() {
  const documents = useQueryOf(listDocuments, {});
  const today = useBusinessDate();
  const mayImport = useRole() !== 'auditor';
  const [pasting, setPasting] = useState(false);
  return (
    <div className="stack">
      <PageHeader title="文件" facts={['导入后逐条审核，全部审完才入账', '可以是 .txt、.docx、.pdf，也可以粘贴']}>
        {mayImport && <Button onClick={() => setPasting(true)}>粘贴文字</Button>}
        {mayImport && <UploadButton />}
      </PageHeader>
      <Loaded of={documents}>
        {data => (
          <>
            {mayImport && data.samples.length > 0 && <Samples samples={data.samples} />}
            <DataList
              name="policies"
              unit="份"
              columns={columns(today)}
              answer={{ rows: data.rows, total: data.rows.length }}
              rowKey={row => row.id}
              to={row => fill('/desk/policies/:id', { id: row.id })}
              empty={
                <EmptyState icon="document" title="还没有导入文件">
                  上传一份措施、方案或进展情况表，系统会读出措施、责任单位、目标和数字，由您逐条确认。
                </EmptyState>
              }
            />
          </>
        )}
      </Loaded>
      <PasteDialog open={pasting} close={() => setPasting(false)} />
    </div>
  );
}

function useOpenReview() {
  const navigate = useNavigate();
  return (document: { id: string }) => navigate(fill('/desk/policies/:id', { id: document.id }));
}

function UploadButton() {
  const upload = useWrite(uploadDocument);
  const open = useOpenReview();
  return (
    <>
      <FileButton
        look="go"
        label="上传文件"
        busy={upload.isPending && '正在读文件……'}
        accept=".txt,.docx,.pdf"
        take={([file]) => upload.mutate({ file } as never, { onSuccess: open })}
      />
      {upload.error && <ErrorState error={upload.error} kept="已导入的文件不受影响" />}
    </>
  );
}

function Samples({ samples }: { samples: readonly { file: string; title: string }[] }) {
  const paste = useWrite(pasteDocument);
  const open = useOpenReview();
  return (
    <section className="note" aria-label="随演示附带的文件">
      <div>
        <p className="sm">随演示附带的公开文件，可以直接导入：</p>
        <p className="sample-acts">
          {samples.map(sample => (
            <Button
              key={sample.file}
              size="sm"
              busy={paste.isPending}
              onClick={() => paste.mutate({ body: { sample: sample.file } }, { onSuccess: open })}
            >
              {sample.title}
            </Button>
          ))}
        </p>
        {paste.error && <ErrorState error={paste.error} />}
      </div>
    </section>
  );
}

function PasteDialog({ open, close }: { open: boolean; close: () => void }) {
  const paste = useWrite(pasteDocument);
  const openReview = useOpenReview();
  return (
    <Dialog title="粘贴文件文字" open={open} close={close} wide>
      <Form
        initial={{ text: '' }}
        draft="policies.paste"
        label="读出内容"
        submit={async values => openReview(await paste.mutateAsync({ body: values }))}
        done={close}
      >
        <TextArea name="text" label="整份文件的文字" rows={14} hint="从标题到落款都粘进来；网页上的导航文字不用删" />
      </Form>
    </Dialog>
  );
}
