import './fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { screens } from './app/screen-list.ts';
import { nameScreens } from './state/navigation.ts';
import { startSession } from './state/session.ts';

// The content security policy allows no eval, which zod would otherwise compile its parsers with.
z.config({ jitless: true });

// Before the session, which may open a case at once and go to its first screen.
nameScreens(screens.map(({ id }) => id));
// First what the window knows, then the first drawing: no screen has to draw itself without it.
await startSession();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
