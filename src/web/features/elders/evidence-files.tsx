import { TextButton } from '../../ui/button.tsx';

type Props = { files: readonly File[]; change: (files: readonly File[]) => void };

/** Photos or scans that go with a correction; sent after it is made. */
export function EvidenceFiles({ files, change }: Props) {
  return (
    <div className="row-flex">
      <label className="btn">
        加证件照片或扫描件
        <input
          type="file"
          className="visually-hidden"
          multiple
          accept="image/png,image/jpeg,application/pdf"
          onChange={event => {
            change([...files, ...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      <span className="sm soft" role="status">
        {files.length > 0 ? files.map(file => file.name).join('、') : '没有也可以先提出，核对前补上'}
      </span>
      {files.length > 0 && <TextButton onClick={() => change([])}>不附了</TextButton>}
    </div>
  );
}
