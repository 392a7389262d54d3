/** Before each file of tests that mutations are tried with: what the one before put in the place of something global is gone. */
import { vi } from 'vitest';

vi.unstubAllGlobals();
