import { TextButton } from '../../ui/button.tsx';
import { FileButton, PAPERS } from '../../ui/file-button.tsx';

type Props = { files: readonly File[]; change: (files: readonly File[]) => void };

/** Photos or scans that go with a correction; sent after it is made. */
export function EvidenceFiles({ files, change }: Props) {
  return (
    <div className="row-flex">
      <FileButton label="加证件照片或扫描件" many accept={PAPERS} take={more => change([...files, ...more])} />
      <span className="sm soft" role="status">
        {files.length > 0 ? files.map(file => file.name).join('、') : '没有也可以先提出，核对前补上'}
      </span>
      {files.length > 0 && <TextButton onClick={() => change([])}>不附了</TextButton>}
    </div>
  );
}
