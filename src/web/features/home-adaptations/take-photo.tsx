import { addAdaptationPhoto } from '#contracts/home-adaptations.ts';
import { useWrite } from '../../api.ts';
import { TakePhoto as Take } from '../../take-photo.tsx';

export function TakePhoto({ id, ...of }: { id: string; count: number; withheld: string | null }) {
  const upload = useWrite(addAdaptationPhoto);
  return <Take {...of} upload={upload} send={file => upload.mutate({ params: { id }, file } as never)} />;
}
