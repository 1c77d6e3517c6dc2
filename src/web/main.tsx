import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { ApiError } from './api.ts';
import { createRoutes } from './routes.tsx';
import { showFonts } from './ui/font-check.ts';
import './ui/theme.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/records.css';
import './ui/print.css';
import './portals/shared.css';

/** Only a missing network or a starting server is worth asking again by itself. */
const retry = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503);

/** Parts of one page share a read; whoever comes back to a page sees at once what it knew, and then what stands now. */
const SHARED_MS = 2_000;

const client = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: SHARED_MS, refetchOnWindowFocus: true }, mutations: { retry: false } },
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createRoutes()} />
    </QueryClientProvider>,
  );
}

void showFonts();
