import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/source-serif-4/latin-400.css';
import '@fontsource/source-serif-4/latin-600.css';
import './tokens.css';
import './base.css';
import './forms.css';
import './parts/stacks.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client.ts';
import { MessagesProvider } from './messages/messages.tsx';
import { router } from './router.tsx';

/** Once more where the service did not answer or failed; what it refused it would refuse again. */
function isWorthAnotherTry(failures: number, error: unknown): boolean {
  const isRefused = error instanceof Problem && error.status >= 400 && error.status < 500;
  return !isRefused && failures < 1;
}

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: isWorthAnotherTry, refetchOnWindowFocus: false },
  },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MessagesProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MessagesProvider>
  </StrictMode>,
);
