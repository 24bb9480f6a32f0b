// When the desk locks itself, what is on the screen goes, too.

const everyMilliseconds = 15000;

setInterval(async () => {
  const answer = await fetch("/lock.json").catch(() => null);
  if (answer?.ok && (await answer.json()).is_locked) {
    location.replace(`/unlock?then=${encodeURIComponent(location.pathname + location.search)}`);
  }
}, everyMilliseconds);
