from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.foundation.kit import clock
from twofold.network.albums.facts import ContributorAnswered, ContributorInvited
from twofold.network.albums.queries import asks_to_add
from twofold.network.endorsements.facts import (
    EndorsementWithdrawn,
    EvidenceConfirmed,
    EvidenceGone,
    EvidenceProposed,
    SkillEndorsed,
)
from twofold.network.endorsements.queries import still_endorses
from twofold.network.media.facts import TagClosed, TagProposed
from twofold.network.media.queries import asks_about_pictures
from twofold.network.pages.facts import RoleOffered
from twofold.network.posts.facts import (
    AudienceChanged,
    CommentPublished,
    MentionAnswered,
    PostEdited,
    PostPublished,
    Reacted,
    ReactionWithdrawn,
    Reposted,
)
from twofold.network.posts.models import Mention, Post
from twofold.network.profiles.facts import LicenceExpires, MemberClosed, MemberNamed
from twofold.network.recommendations.facts import (
    AskClosed,
    RecommendationAsked,
    RecommendationHidden,
    RecommendationReturned,
    RecommendationSent,
    RecommendationShown,
    RecommendationWithdrawn,
)
from twofold.people.graph.facts import (
    Blocked,
    Followed,
    IntroductionAsked,
    IntroductionClosed,
    IntroductionPassed,
    TieEnded,
    TieMade,
    TieRequestClosed,
    TieRequested,
    Unfollowed,
)
from twofold.reach.notifications.actions import notify, remind, take_back, trim
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.reactions import (
    advice,
    cards,
    events,
    games,
    groups,
    jobs,
    kin,
    learning,
    mentoring,
    messages,
    projects,
    stories,
)

__all__ = [
    "advice",
    "cards",
    "events",
    "games",
    "groups",
    "jobs",
    "kin",
    "learning",
    "mentoring",
    "messages",
    "projects",
    "stories",
]

_LETTERS = (Kind.LETTER.value, Kind.INTRODUCTION.value)


def _post(post_id: int) -> Post | None:
    return Post.objects.filter(pk=post_id, live=True).first()


def _today() -> str:
    return f"{clock.now():%Y-%m-%d}"


def _tell_the_mentioned(post: Post, *, but: set[int]) -> None:
    """Those whose name leads to them, and those who are asked whether it may; not who said no."""
    rows = Mention.objects.filter(post=post).values_list("persona", "state")
    for state, detail in ((Mention.State.SHOWN, ""), (Mention.State.ASKED, "ask")):
        notify(
            {persona for persona, its in rows if its == state} - but,
            actor_id=post.author_id,
            kind=Kind.MENTION,
            detail=detail,
            bundle=f"mention:{post.pk}",
            post=post,
            position=post.position,
        )


@on(AudienceChanged)
def ask_the_mentioned(fact: AudienceChanged) -> None:
    post = _post(fact.post_id)
    if post:
        _tell_the_mentioned(post, but=set())


@on(PostPublished)
def tell_of_a_post(fact: PostPublished) -> None:
    post = Post.objects.filter(pk=fact.post_id, live=True).select_related("quote_of").first()
    if post is None or post.repost_of_id:
        return
    quoted = {post.quote_of.author_id} if post.quote_of else set()
    notify(
        quoted,
        actor_id=post.author_id,
        kind=Kind.QUOTE,
        bundle=f"quote:{post.pk}",
        post=post,
        position=post.position,
    )
    _tell_the_mentioned(post, but=quoted)


@on(MentionAnswered)
def forget_the_question(fact: MentionAnswered) -> None:
    take_back(kind=Kind.MENTION, detail="ask", post=fact.post_id, recipient=fact.persona_id)


@on(CommentPublished)
def tell_of_a_comment(fact: CommentPublished) -> None:
    comment = Post.objects.filter(pk=fact.post_id, live=True).select_related("root", "parent").first()
    if comment is None or comment.root is None or comment.parent is None:
        return
    told: set[int] = set()
    if comment.parent_id != comment.root_id:
        told.add(comment.parent.author_id)
        _tell_of_comment(comment, Kind.REPLY, comment.parent)
    if comment.root.author_id not in told:
        told.add(comment.root.author_id)
        _tell_of_comment(comment, Kind.COMMENT, comment.root)
    _tell_the_mentioned(comment, but=told)


def _tell_of_comment(comment: Post, kind: Kind, of: Post) -> None:
    notify(
        {of.author_id},
        actor_id=comment.author_id,
        kind=kind,
        bundle=f"{kind.value}:{of.pk}",
        post=comment,
        position=comment.position,
    )


@on(PostEdited)
def tell_the_newly_mentioned(fact: PostEdited) -> None:
    post = _post(fact.post_id)
    if post:
        _tell_the_mentioned(post, but=set())


@on(Reacted)
def tell_of_a_reaction(fact: Reacted) -> None:
    post = _post(fact.post_id)
    if post:
        notify(
            {post.author_id},
            actor_id=fact.persona_id,
            kind=Kind.REACTION,
            detail=fact.kind,
            bundle=f"reaction:{post.pk}",
            post=post,
        )


@on(ReactionWithdrawn)
def forget_a_reaction(fact: ReactionWithdrawn) -> None:
    take_back(kind=Kind.REACTION, actor=fact.persona_id, post=fact.post_id)


@on(Reposted)
def tell_of_a_repost(fact: Reposted) -> None:
    # Kept with the repost, not the original: when it is undone, the door hides the notification too.
    repost = Post.objects.filter(pk=fact.repost_id, live=True).select_related("repost_of").first()
    if repost and repost.repost_of:
        notify(
            {repost.repost_of.author_id},
            actor_id=fact.persona_id,
            kind=Kind.REPOST,
            bundle=f"repost:{fact.post_id}",
            post=repost,
            position=repost.position,
        )


@on(Followed)
def tell_of_a_follower(fact: Followed) -> None:
    notify({fact.followed_id}, actor_id=fact.follower_id, kind=Kind.FOLLOW, bundle=f"follow:{_today()}")


@on(Unfollowed)
def forget_a_follower(fact: Unfollowed) -> None:
    take_back(kind=Kind.FOLLOW, actor=fact.follower_id, recipient=fact.followed_id)


@on(TieRequested)
def tell_of_a_request(fact: TieRequested) -> None:
    notify(
        {fact.receiver_id},
        actor_id=fact.sender_id,
        kind=Kind.TIE_REQUEST,
        bundle=f"request:{fact.sender_id}",
    )


@on(TieRequestClosed)
def forget_a_request(fact: TieRequestClosed) -> None:
    take_back(kind=Kind.TIE_REQUEST, actor=fact.sender_id, recipient=fact.receiver_id)


@on(TieMade)
def tell_of_an_acceptance(fact: TieMade) -> None:
    take_back(kind=Kind.TIE_REQUEST, actor=fact.asker_id, recipient=fact.accepter_id)
    notify(
        {fact.asker_id},
        actor_id=fact.accepter_id,
        kind=Kind.TIE_ACCEPTED,
        bundle=f"accepted:{_today()}",
    )


@on(TieEnded)
def forget_an_acceptance(fact: TieEnded) -> None:
    pair = [fact.one_id, fact.other_id]
    take_back(kind=Kind.TIE_ACCEPTED, actor__in=pair, recipient__in=pair)


@on(TagProposed)
def tell_of_a_name(fact: TagProposed) -> None:
    notify({fact.persona_id}, actor_id=fact.by_id, kind=Kind.TAG_ASKED, bundle=f"tag:{fact.by_id}")


@on(TagClosed)
def forget_a_name(fact: TagClosed) -> None:
    if not asks_about_pictures(fact.by_id, fact.persona_id):
        take_back(kind=Kind.TAG_ASKED, actor=fact.by_id, recipient=fact.persona_id)


@on(ContributorInvited)
def tell_of_an_album(fact: ContributorInvited) -> None:
    notify({fact.persona_id}, actor_id=fact.by_id, kind=Kind.ALBUM_ASKED, bundle=f"album:{fact.by_id}")


@on(ContributorAnswered)
def forget_an_album(fact: ContributorAnswered) -> None:
    if not asks_to_add(fact.by_id, fact.persona_id):
        take_back(kind=Kind.ALBUM_ASKED, actor=fact.by_id, recipient=fact.persona_id)


@on(IntroductionAsked)
def tell_of_a_letter(fact: IntroductionAsked) -> None:
    _tell_of_introduction(Kind.LETTER, fact.giver_id, fact.holder_id, fact.hop_id)


@on(IntroductionPassed)
def tell_of_an_introduction(fact: IntroductionPassed) -> None:
    _tell_of_introduction(Kind.INTRODUCTION, fact.giver_id, fact.holder_id, fact.hop_id)


def _tell_of_introduction(kind: Kind, giver_id: int, holder_id: int, hop_id: int) -> None:
    # Once for each pair: the newest letter takes the place of the one before.
    take_back(kind=kind, actor=giver_id, recipient=holder_id)
    notify({holder_id}, actor_id=giver_id, kind=kind, bundle=f"{kind.value}:{hop_id}")


@on(IntroductionClosed)
def forget_an_introduction(fact: IntroductionClosed) -> None:
    take_back(bundle__in=[f"{kind}:{fact.hop_id}" for kind in _LETTERS], recipient=fact.holder_id)


@on(Blocked)
def forget_each_other(fact: Blocked) -> None:
    pair = [fact.by_id, fact.persona_id]
    take_back(actor__in=pair, recipient__in=pair)


def _tell_anew(recipient_id: int, actor_id: int, kind: Kind, bundle: str) -> None:
    """Of what can happen again between two people: the last time counts."""
    take_back(kind=kind, actor=actor_id, recipient=recipient_id)
    notify({recipient_id}, actor_id=actor_id, kind=kind, bundle=bundle)


@on(RoleOffered)
def tell_of_a_role(fact: RoleOffered) -> None:
    """The page asks, not whoever pressed the button: who runs it is told to those who said yes."""
    _tell_anew(fact.persona_id, fact.page_id, Kind.ROLE_OFFERED, f"role:{fact.page_id}")


@on(MemberNamed)
def tell_of_a_project(fact: MemberNamed) -> None:
    _tell_anew(fact.persona_id, fact.owner_id, Kind.PART_ASKED, f"part:{fact.member_id}")


@on(MemberClosed)
def forget_a_project(fact: MemberClosed) -> None:
    take_back(kind=Kind.PART_ASKED, actor=fact.owner_id, recipient=fact.persona_id)


@on(LicenceExpires)
def tell_of_a_licence(fact: LicenceExpires) -> None:
    remind(fact.persona_id, kind=Kind.LICENCE_ENDS, bundle=f"licence:{fact.entry_id}")


@on(SkillEndorsed)
def tell_of_an_endorsement(fact: SkillEndorsed) -> None:
    _tell_anew(fact.owner_id, fact.endorser_id, Kind.ENDORSED, f"endorsed:{_today()}")


@on(EndorsementWithdrawn)
def forget_an_endorsement(fact: EndorsementWithdrawn) -> None:
    if not still_endorses(fact.endorser_id, fact.owner_id):
        take_back(kind=Kind.ENDORSED, actor=fact.endorser_id, recipient=fact.owner_id)


@on(EvidenceProposed)
def tell_of_a_ground(fact: EvidenceProposed) -> None:
    _tell_anew(fact.owner_id, fact.endorser_id, Kind.GROUND_ASKED, f"ground:{fact.evidence_id}")


@on(EvidenceConfirmed)
def tell_of_a_confirmed_ground(fact: EvidenceConfirmed) -> None:
    take_back(kind=Kind.GROUND_ASKED, actor=fact.endorser_id, recipient=fact.owner_id)
    _tell_anew(fact.endorser_id, fact.owner_id, Kind.GROUND_AGREED, f"agreed:{fact.evidence_id}")


@on(EvidenceGone)
def forget_a_ground(fact: EvidenceGone) -> None:
    take_back(kind=Kind.GROUND_ASKED, actor=fact.endorser_id, recipient=fact.owner_id)
    take_back(kind=Kind.GROUND_AGREED, actor=fact.owner_id, recipient=fact.endorser_id)


@on(RecommendationAsked)
def tell_of_being_asked(fact: RecommendationAsked) -> None:
    _tell_anew(fact.writer_id, fact.asker_id, Kind.REC_ASKED, f"asks:{fact.asker_id}")


@on(AskClosed)
def forget_being_asked(fact: AskClosed) -> None:
    take_back(kind=Kind.REC_ASKED, actor=fact.asker_id, recipient=fact.writer_id)


@on(RecommendationSent)
def tell_of_a_recommendation(fact: RecommendationSent) -> None:
    take_back(kind=Kind.REC_RETURNED, actor=fact.receiver_id, recipient=fact.writer_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)
    _tell_anew(fact.receiver_id, fact.writer_id, Kind.REC_SENT, f"words:{fact.recommendation_id}")


@on(RecommendationReturned)
def tell_of_a_wish(fact: RecommendationReturned) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)
    _tell_anew(fact.writer_id, fact.receiver_id, Kind.REC_RETURNED, f"wish:{fact.recommendation_id}")


@on(RecommendationShown)
def tell_that_it_is_shown(fact: RecommendationShown) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_RETURNED, actor=fact.receiver_id, recipient=fact.writer_id)
    _tell_anew(fact.writer_id, fact.receiver_id, Kind.REC_SHOWN, f"shown:{fact.recommendation_id}")


@on(RecommendationHidden)
def forget_what_is_hidden(fact: RecommendationHidden) -> None:
    take_back(kind=Kind.REC_SENT, actor=fact.writer_id, recipient=fact.receiver_id)
    take_back(kind=Kind.REC_SHOWN, actor=fact.receiver_id, recipient=fact.writer_id)


@on(RecommendationWithdrawn)
def forget_what_is_withdrawn(fact: RecommendationWithdrawn) -> None:
    for kind in (Kind.REC_SENT, Kind.REC_RETURNED, Kind.REC_SHOWN):
        pair = [fact.writer_id, fact.receiver_id]
        take_back(kind=kind, actor__in=pair, recipient__in=pair)


@every(timedelta(days=1))
def trim_notifications() -> None:
    trim()
