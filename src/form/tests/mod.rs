//! Form sessions.
