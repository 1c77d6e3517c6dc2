import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type ElderImport, IMPORT_STATUS_LABELS, listImports, uploadImport } from '#contracts/elders/imports.ts';
import { usePagesOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useSession } from '../../session.ts';
import { type Column, DataList } from '../../ui/data-list.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { countWords, instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import './elders.css';
import { FileButton, TABLES } from '../../ui/file-button.tsx';

const columns = (today: string): readonly Column<ElderImport>[] => [
  {
    key: 'file',
    title: '文件',
    cell: row => (
      <>
        <b className="mid">{row.fileName}</b>
        <span className="row-note">来源：{row.sender}</span>
      </>
    ),
  },
  {
    key: 'status',
    title: '进展',
    cell: row => <Chip tone={row.status === 'checked' ? 'today' : 'plain'}>{IMPORT_STATUS_LABELS[row.status]}</Chip>,
  },
  { key: 'rows', title: '行', number: true, cell: row => row.counts && countWords(row.counts.rows) },
  { key: 'new', title: '新增', number: true, cell: row => row.counts && countWords(row.counts.new) },
  { key: 'change', title: '更改', number: true, cell: row => row.counts && countWords(row.counts.change) },
  { key: 'wrong', title: '要改', number: true, cell: row => row.counts && countWords(row.counts.wrong) },
  { key: 'by', title: '经办', optional: true, cell: row => `${row.by}，${instantWords(row.uploadedAt, today)}` },
];

/** Tables of people sent by others: upload, and what became of earlier ones. */
export default function ImportsPage() {
  const today = useBusinessDate();
  const { currentPost } = useSession();
  const imports = usePagesOf(listImports, {});
  return (
    <>
      <PageHeader
        title="批量导入"
        trail={[{ title: '找人', to: '/desk/elders' }]}
        facts={[placeName(currentPost.areaName), '先检查后写入，一份表要么全部写入，要么一行都不写']}
      >
        <UploadButton />
      </PageHeader>
      <section className="import-how">
        <SectionHead title="什么样的表可以导入" />
        <ul>
          <li data-rule>.xlsx或.csv，一行一位老人，最多1,048,576行；有一行列名，至少有姓名和身份证号两列。</li>
          <li data-rule>身份证号那一列要是“文本”格式，否则表格软件会把18位号码的末几位变成0。</li>
          <li>本辖区已有的老人按身份证号对上，只改表里填了、而且和档案不同的项；空格子不改。</li>
        </ul>
      </section>
      <SectionHead title="以往的导入" />
      <DataList
        name="elder-imports"
        unit="次"
        columns={columns(today)}
        answer={imports}
        rowKey={row => row.id}
        to={row => fill('/desk/elders/imports/:id', { id: row.id })}
        empty={
          <EmptyState icon="document" title="还没有导入过">
            上传一份表后，先核对各列、检查每一行，看过结果再决定导入。
          </EmptyState>
        }
      />
    </>
  );
}

function UploadButton() {
  const upload = useWrite(uploadImport);
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const send = (file: File) => {
    setName(file.name);
    upload.mutate({ file } as never, {
      onSuccess: ({ id }) => void navigate(fill('/desk/elders/imports/:id', { id })),
    });
  };
  return (
    <>
      <FileButton
        look="go"
        label="上传一份表"
        busy={upload.isPending && `正在上传${name}……`}
        accept={`${TABLES},.xls`}
        take={([file]) => send(file)}
      />
      {upload.error && <ErrorState error={upload.error} kept="原来的档案没有变动" />}
    </>
  );
}
